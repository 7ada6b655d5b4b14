package io.marquetry.vault;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * An open vault: secrets by name, in a file that nobody reads without the passphrase. Opening takes
 * a noticeable part of a second, and 64 MB; both keep others from guessing.
 */
public final class Vault {

    private final Path file;
    private VaultKey made;
    private SecretKey key;
    private final SecureRandom random;
    private final Map<String, byte[]> secrets;

    private Vault(
            Path file,
            VaultKey made,
            SecretKey key,
            SecureRandom random,
            Map<String, byte[]> secrets) {
        this.file = file;
        this.made = made;
        this.key = key;
        this.random = random;
        this.secrets = new TreeMap<>(secrets);
    }

    /**
     * Opens a vault, or makes an empty one where there is none; that one is written with its first
     * secret.
     *
     * @throws ProblemException if the passphrase is another one, or the file was changed
     */
    public static Vault open(Path file, char[] passphrase) {
        FxThread.refuse();
        SecureRandom random = new SecureRandom();
        if (passphrase.length == 0) {
            throw Problem.of("problem.vault.noPassphrase").asException();
        }
        if (!Files.exists(file)) {
            VaultKey made = VaultKey.fresh(random);
            return new Vault(file, made, made.of(passphrase), random, Map.of());
        }
        VaultFile read = VaultFile.read(file);
        SecretKey key = read.key().of(passphrase);
        try {
            return new Vault(file, read.key(), key, random, read.open(key));
        } catch (GeneralSecurityException e) {
            throw Problem.of("problem.vault.locked", file.toString()).asException(e);
        }
    }

    /** Returns a secret, if there is one of the name. */
    public synchronized Optional<byte[]> find(String name) {
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    /**
     * Keeps some secrets, in place of those of the same names; durable when it returns.
     *
     * @throws ProblemException if the file cannot be written; it is as it was then
     */
    public synchronized void keep(Map<String, byte[]> some) {
        Map<String, byte[]> all = new TreeMap<>(secrets);
        some.forEach((name, secret) -> all.put(name, secret.clone()));
        write(made, key, all);
        secrets.clear();
        secrets.putAll(all);
    }

    /**
     * Forgets a secret; durable when it returns. Copies that were made before still hold it.
     *
     * @throws ProblemException if the file cannot be written; it is as it was then
     */
    public synchronized void forget(String name) {
        if (secrets.containsKey(name)) {
            Map<String, byte[]> rest = new TreeMap<>(secrets);
            rest.remove(name);
            write(made, key, rest);
            secrets.remove(name);
        }
    }

    /**
     * Lets another passphrase open it from now on, under a key that is made anew; durable when it
     * returns. Copies that were made before still open with the one before.
     *
     * @throws ProblemException if it is empty, or the file cannot be written; it is as it was then
     */
    public synchronized void change(char[] passphrase) {
        if (passphrase.length == 0) {
            throw Problem.of("problem.vault.noNew").asException();
        }
        VaultKey fresh = VaultKey.fresh(random);
        SecretKey next = fresh.of(passphrase);
        write(fresh, next, secrets);
        made = fresh;
        key = next;
    }

    private void write(VaultKey how, SecretKey with, Map<String, byte[]> all) {
        FxThread.refuse();
        try {
            Path folder = file.toAbsolutePath().resolveSibling("");
            if (!Files.isDirectory(folder)) {
                PrivateFiles.folder(folder);
            }
            DurableFiles.write(
                    file.toAbsolutePath(), VaultFile.seal(how, with, all, random).write());
            PrivateFiles.close(file.toAbsolutePath());
        } catch (IOException e) {
            throw Problem.of("problem.vault.notKept", file.toString()).asException(e);
        }
    }
}
