package io.marquetry.vault;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a vault's key comes from its passphrase: Argon2id (RFC 9106), whose cost keeps others from
 * trying many.
 */
final class VaultKey {

    private static final String NAME = "argon2id";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;

    /**
     * Says how a key is made.
     *
     * @param memoryKib how much memory it takes, in KiB
     * @param passes how often it goes over it
     * @param lanes how many parts it works on side by side
     * @param salt 16 random bytes
     */
    private VaultKey(int memoryKib, int passes, int lanes, byte[] salt) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
    }

    /** About 0.4 s on a machine of 2026; the second choice of RFC 9106, section 4. */
    static VaultKey fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new VaultKey(64 << 10, 3, 4, salt);
    }

    /** Returns the key of AES-256. */
    SecretKey of(char[] passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] key = new byte[KEY_BYTES];
        byte[] typed = new String(passphrase).getBytes(StandardCharsets.UTF_8);
        try {
            generator.generateBytes(typed, key);
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(typed, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    Json write() {
        return new JsonMembers()
                .put("name", NAME)
                .put("memoryKib", memoryKib)
                .put("passes", passes)
                .put("lanes", lanes)
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .done();
    }

    /** Reads it; what would take a gigabyte or an hour is refused. */
    static VaultKey read(JsonView view) {
        view.only("name", "memoryKib", "passes", "lanes", "salt");
        JsonView name = view.get("name");
        if (!name.text().equals(NAME)) {
            throw name.refuse("problem.vault.form");
        }
        int memory = (int) view.get("memoryKib").whole(8 << 10, 256 << 10);
        int passes = (int) view.get("passes").whole(1, 20);
        int lanes = (int) view.get("lanes").whole(1, 16);
        byte[] salt = VaultFile.bytes(view.get("salt"), SALT_BYTES);
        return new VaultKey(memory, passes, lanes, salt);
    }
}
