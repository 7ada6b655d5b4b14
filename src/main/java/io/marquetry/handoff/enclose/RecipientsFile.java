package io.marquetry.handoff.enclose;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.SpreadsheetText;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes the keys of people into a file that only its owner can read. Machines read it, so that
 * keys stand in it as they are; how many of them a spreadsheet would run is told.
 */
final class RecipientsFile implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final DigestOutputStream out;
    private final Writer text;
    private final Rows rows;
    private long formulas;

    RecipientsFile(Path target, Wanted.Form form) {
        this.target = target.toAbsolutePath();
        this.unfinished = this.target.resolveSibling(".recipients-" + UUID.randomUUID());
        try {
            out = new DigestOutputStream(PrivateFiles.write(unfinished), sha256());
        } catch (IOException e) {
            throw unwritable(e);
        }
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        rows =
                switch (form) {
                    case CSV -> csv(text);
                    case JSONL -> new Rows(this::line, text);
                };
    }

    /** How a key is written, and what has to be flushed then. */
    private record Rows(Consumer<String> add, Flushable written) {}

    private static Rows csv(Writer text) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord("key");
        return new Rows(key -> csv.writeRecord(key), csv);
    }

    private void line(String key) {
        try {
            text.write(CanonicalJson.write(new JsonMembers().put("key", key).done()));
            text.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String key) {
        formulas += SpreadsheetText.harmless(key).equals(key) ? 0 : 1;
        rows.add().accept(key);
    }

    /** Returns how many keys a spreadsheet would run. */
    long formulas() {
        return formulas;
    }

    /** Puts the file in its place, and returns its SHA-256. */
    String place() {
        try {
            rows.written().flush();
            text.close();
            Files.move(
                    unfinished,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }

    /** Leaves nothing unfinished. */
    @Override
    public void close() {
        try {
            text.close();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
