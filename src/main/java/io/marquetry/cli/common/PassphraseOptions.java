package io.marquetry.cli.common;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the passphrase of the vault comes from: a file, a variable, or whoever sits there. */
public final class PassphraseOptions {

    private static final String USUAL = "MARQUETRY_PASSPHRASE";

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            descriptionKey = "cli.passphrase.file")
    private @Nullable Path file;

    @Option(
            names = "--passphrase-variable",
            paramLabel = "MARQUETRY_…",
            descriptionKey = "cli.passphrase.variable")
    private @Nullable String variable;

    /**
     * Returns the passphrase.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public char[] read(Texts texts) {
        Path from = file;
        if (from != null) {
            return line(from);
        }
        String name = variable == null ? USUAL : variable;
        String value = name.startsWith("MARQUETRY_") ? System.getenv(name) : null;
        if (value != null && !value.isEmpty()) {
            return value.toCharArray();
        }
        return (variable == null
                        ? typed(texts.get("cli.passphrase.ask"))
                        : Optional.<String>empty())
                .orElseThrow(() -> Problem.of("problem.vault.noPassphrase").asException())
                .toCharArray();
    }

    /**
     * Returns a passphrase from where it was told to be.
     *
     * @param file whose first line it is, or nothing
     * @param variable that holds it, where there is no file
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public static char[] from(@Nullable Path file, @Nullable String variable) {
        if (file != null) {
            return line(file);
        }
        String value =
                variable != null && variable.startsWith("MARQUETRY_")
                        ? System.getenv(variable)
                        : null;
        if (value == null || value.isEmpty()) {
            throw Problem.of("problem.vault.noNew").asException();
        }
        return value.toCharArray();
    }

    /** Returns what whoever sits there types, unseen; empty where nobody does, or nothing. */
    public static Optional<String> typed(String question) {
        // Nobody sits there where the streams lead elsewhere.
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s ", question))
                .map(String::new)
                .filter(typed -> !typed.isEmpty());
    }

    private static char[] line(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw Problem.of("problem.vault.passphraseFile", file.toString()).asException(e);
        }
    }
}
