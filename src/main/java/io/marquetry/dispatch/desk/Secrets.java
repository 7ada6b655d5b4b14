package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.json.StrictJson;
import io.marquetry.vault.UserVault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets of accounts: in files, or in the vault of whoever works on this machine. Blocks. */
public final class Secrets {

    private static final int MARK_BYTES = 16;

    private final UserVault vault;
    private final SecureRandom random = new SecureRandom();

    /** Reads from a vault, and from files. */
    public Secrets(UserVault vault) {
        this.vault = vault;
    }

    /**
     * Returns the secret of an account; the empty text where it needs none.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read, or the vault is locked
     */
    String read(Account account) {
        return switch (account.provider().secretPlace()) {
            case SecretPlace.None _ -> "";
            case SecretPlace.InFile in -> text(in.file());
            case SecretPlace.InVault in -> {
                if (!vault.isUnlocked()) {
                    throw Problem.of("problem.dispatch.locked", account.name()).asException();
                }
                yield vault.find(name(in))
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.dispatch.notInVault", account.name())
                                                .asException());
            }
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    /** Hides a secret in the vault under a new mark; durable when it returns. */
    SecretPlace.InVault hide(String secret) {
        byte[] mark = new byte[MARK_BYTES];
        random.nextBytes(mark);
        SecretPlace.InVault place = new SecretPlace.InVault(HexFormat.of().formatHex(mark));
        vault.keep(name(place), secret);
        return place;
    }

    /** Forgets what the vault holds, where it is open; a file stays as it is. */
    void forget(SecretPlace place) {
        if (place instanceof SecretPlace.InVault in && vault.isUnlocked()) {
            vault.forget(name(in));
        }
    }

    /** Returns whether secrets can be read, and hidden, without asking for the passphrase. */
    public boolean isUnlocked() {
        return vault.isUnlocked();
    }

    /**
     * Opens the vault until the program ends.
     *
     * @throws io.marquetry.base.ProblemException if the passphrase is another one
     */
    public void unlock(char[] passphrase) {
        vault.unlock(passphrase);
    }

    private static String name(SecretPlace.InVault place) {
        return "account " + place.mark();
    }
}
