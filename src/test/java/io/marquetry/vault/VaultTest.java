package io.marquetry.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquetry.base.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class VaultTest {

    private static final String SECRET = "the planted secret 密码";

    @TempDir private Path folder;

    @Test
    void secretIsKeptAndFoundAgainWithThePassphraseOnly() throws IOException {
        Path file = folder.resolve("config/vault.json");
        open(file, "correct horse").keep(Map.of("a", SECRET.getBytes(UTF_8)));
        open(file, "correct horse").keep(Map.of("b", new byte[] {1, 2, 3}));

        Vault again = open(file, "correct horse");
        assertThat(again.find("a").map(bytes -> new String(bytes, UTF_8))).contains(SECRET);
        assertThat(again.find("b")).hasValueSatisfying(b -> assertThat(b).containsExactly(1, 2, 3));
        assertThat(again.find("c")).isEmpty();
        for (String other : new String[] {"correct horse ", "Correct horse", "口令"}) {
            refused(file, other, "problem.vault.locked");
        }
        refused(file, "", "problem.vault.noPassphrase");
        assertThat(Files.readString(file)).doesNotContain("planted").doesNotContain("\"a\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherPassphraseOpensItAndTheOneBeforeNoLonger() throws IOException {
        Path file = folder.resolve("vault.json");
        Vault vault = open(file, "first");
        vault.keep(Map.of("a", SECRET.getBytes(UTF_8)));
        String before = Files.readString(file);
        vault.change("second".toCharArray());

        refused(file, "first", "problem.vault.locked");
        assertThat(open(file, "second").find("a").map(bytes -> new String(bytes, UTF_8)))
                .contains(SECRET);
        // The key is made anew: nothing of the old file opens the new one.
        assertThat(salt(Files.readString(file))).isNotEqualTo(salt(before));
        vault.keep(Map.of("b", new byte[] {1}));
        assertThat(open(file, "second").find("b")).isPresent();
        String now = Files.readString(file);
        assertThatThrownBy(() -> vault.change(new char[0])).isInstanceOf(ProblemException.class);
        assertThat(Files.readString(file)).isEqualTo(now);
    }

    private static String salt(String vault) {
        return vault.replaceAll(".*\"salt\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void sameSecretsAreNeverWrittenAlike() throws IOException {
        Path file = folder.resolve("vault.json");
        Vault vault = open(file, "x");
        vault.keep(Map.of("a", new byte[32]));
        String first = Files.readString(file);
        vault.keep(Map.of("a", new byte[32]));

        assertThat(Files.readString(file)).isNotEqualTo(first);
    }

    /** A vault is no way to make the program take a gigabyte or an hour. */
    @Test
    void changedVaultStaysShut() throws IOException {
        Path file = folder.resolve("vault.json");
        open(file, "x").keep(Map.of("a", new byte[32]));
        String good = Files.readString(file);
        for (String[] change :
                new String[][] {
                    {"\"memoryKib\":65536", "\"memoryKib\":2000000000"},
                    {"\"passes\":3", "\"passes\":1000000"},
                    {"\"lanes\":4", "\"lanes\":0"},
                    {"argon2id", "argon2d"},
                    {"aes-256-gcm", "none"},
                    {"\"formatVersion\":1", "\"formatVersion\":2"},
                }) {
            Files.writeString(file, good.replace(change[0], change[1]));
            assertThatThrownBy(() -> open(file, "x")).isInstanceOf(ProblemException.class);
        }
        Files.writeString(file, good.replace("\"memoryKib\":65536", "\"memoryKib\":65528"));
        refused(file, "x", "problem.vault.locked");
        int start = good.indexOf("\"content\":\"") + 11;
        for (int at = start; at < good.indexOf('"', start) - 2; at += 20) {
            char other = good.charAt(at) == 'A' ? 'B' : 'A';
            Files.writeString(file, good.substring(0, at) + other + good.substring(at + 1));
            refused(file, "x", "problem.vault.locked");
        }
    }

    private static Vault open(Path file, String passphrase) {
        return Vault.open(file, passphrase.toCharArray());
    }

    private static void refused(Path file, String passphrase, String key) {
        assertThatThrownBy(() -> open(file, passphrase))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
    }
}
