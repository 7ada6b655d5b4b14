package io.marquetry.vault;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A vault as it lies on disk: how its key is made, a nonce that is new with each save, and the
 * secrets under AES-256-GCM (NIST SP 800-38D), which notices any change of either.
 */
final class VaultFile {

    private static final String FORMAT = "marquetry/vault";
    private static final int VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ANY = -1;

    private final VaultKey key;
    private final byte[] nonce;
    private final byte[] sealed;

    private VaultFile(VaultKey key, byte[] nonce, byte[] sealed) {
        this.key = key;
        this.nonce = nonce;
        this.sealed = sealed;
    }

    /** Returns how the key of this file is made. */
    VaultKey key() {
        return key;
    }

    /** Seals secrets. */
    static VaultFile seal(
            VaultKey made, SecretKey key, Map<String, byte[]> secrets, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        JsonMembers members = new JsonMembers();
        new TreeMap<>(secrets).forEach((name, secret) -> members.put(name, text(secret)));
        VaultFile empty = new VaultFile(made, nonce, new byte[0]);
        try {
            Cipher cipher = empty.cipher(Cipher.ENCRYPT_MODE, key);
            return new VaultFile(made, nonce, cipher.doFinal(CanonicalJson.bytes(members.done())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Opens it.
     *
     * @throws GeneralSecurityException if it is another key, or the file was changed
     */
    Map<String, byte[]> open(SecretKey key) throws GeneralSecurityException {
        byte[] content = cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed);
        Map<String, byte[]> secrets = new TreeMap<>();
        JsonView.of(StrictJson.read(content))
                .entries()
                .forEach(entry -> secrets.put(entry.getKey(), bytes(entry.getValue(), ANY)));
        return secrets;
    }

    private Cipher cipher(int mode, SecretKey secret) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(CanonicalJson.bytes(head().done()));
        return cipher;
    }

    private JsonMembers head() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("cipher", "aes-256-gcm")
                .put("key", key.write())
                .put("nonce", text(nonce));
    }

    byte[] write() {
        return CanonicalJson.bytes(head().put("content", text(sealed)).done());
    }

    /**
     * Reads a file without opening it.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    static VaultFile read(Path file) {
        JsonView view = JsonView.of(StrictJson.read(file));
        view.only("format", "formatVersion", "cipher", "key", "nonce", "content");
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT) || !view.get("cipher").text().equals("aes-256-gcm")) {
            throw format.refuse("problem.vault.form");
        }
        view.get("formatVersion").whole(VERSION, VERSION);
        return new VaultFile(
                VaultKey.read(view.get("key")),
                bytes(view.get("nonce"), NONCE_BYTES),
                bytes(view.get("content"), ANY));
    }

    static byte[] bytes(JsonView view, int length) {
        byte[] bytes =
                view.make("problem.vault.form", () -> Base64.getDecoder().decode(view.text()));
        if (length != ANY && bytes.length != length) {
            throw view.refuse("problem.vault.form");
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
