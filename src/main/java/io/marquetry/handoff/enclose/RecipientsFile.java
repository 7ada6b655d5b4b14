package io.marquetry.handoff.enclose;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.base.SpreadsheetText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes the keys of people into a file that only its owner can read. Machines read it, so that
 * keys stand in it as they are; how many of them a spreadsheet would run is told.
 */
final class RecipientsFile implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final KeyRows rows;
    private long formulas;

    RecipientsFile(Path target, Wanted.Form form) {
        this.target = target.toAbsolutePath();
        this.unfinished = this.target.resolveSibling(".recipients-" + UUID.randomUUID());
        try {
            rows = KeyRows.in(unfinished, form);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(String key) {
        formulas += SpreadsheetText.isRun(key) ? 1 : 0;
        try {
            rows.add(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many keys a spreadsheet would run. */
    long formulas() {
        return formulas;
    }

    /** Puts the file in its place, and returns its SHA-256. */
    String place() {
        try {
            rows.finish();
            String hash = Sha256.of(unfinished);
            Files.move(
                    unfinished,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return hash;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Leaves nothing unfinished. */
    @Override
    public void close() {
        try {
            rows.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ProblemException unwritable(IOException cause) {
        return Problem.of(
                        "problem.file.unwritable",
                        target.toString(),
                        String.valueOf(cause.getMessage()))
                .asException(cause);
    }
}
