package io.marquetry.vault;

import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The vault of this machine's user, which stays open until the program ends. For many threads. */
public final class UserVault {

    private static final String PASSPHRASE = "MARQUETRY_PASSPHRASE";

    private final Path file;
    private final UnaryOperator<String> environment;
    private @Nullable Vault open;

    /**
     * Knows where it is; reads nothing yet.
     *
     * @param environment returns the value of a variable, or null
     */
    public UserVault(Path file, UnaryOperator<String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** Returns whether secrets can be read without asking for the passphrase. */
    public synchronized boolean isUnlocked() {
        return open != null || !told().isEmpty();
    }

    private String told() {
        String passphrase = environment.apply(PASSPHRASE);
        return passphrase == null ? "" : passphrase;
    }

    /**
     * Opens it until the program ends.
     *
     * @throws io.marquetry.base.ProblemException if the passphrase is another one
     */
    public synchronized void unlock(char[] passphrase) {
        open = Vault.open(file, passphrase);
    }

    /**
     * Lets another passphrase open it from now on; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is no vault, the first passphrase is
     *     another one, or the vault cannot be written; it is as it was then
     */
    public synchronized void changePassphrase(char[] now, char[] next) {
        if (!Files.exists(file)) {
            throw Problem.of("problem.vault.none", file.toString()).asException();
        }
        Vault opened = Vault.open(file, now);
        opened.change(next);
        open = opened;
    }

    /**
     * Returns a secret, if there is one of the name.
     *
     * @throws io.marquetry.base.ProblemException if the vault is locked
     */
    public Optional<String> find(String name) {
        return opened().find(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Keeps a secret; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the vault is locked, or cannot be written
     */
    public void keep(String name, String secret) {
        opened().keep(Map.of(name, secret.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Forgets a secret; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the vault is locked, or cannot be written
     */
    public void forget(String name) {
        opened().forget(name);
    }

    private synchronized Vault opened() {
        Vault now = open;
        if (now == null) {
            if (!isUnlocked()) {
                throw Problem.of("problem.remote.locked").asException();
            }
            now = Vault.open(file, told().toCharArray());
            open = now;
        }
        return now;
    }
}
