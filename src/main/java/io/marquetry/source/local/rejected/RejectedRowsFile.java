package io.marquetry.source.local.rejected;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.SpreadsheetText;
import io.marquetry.base.Texts;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes rejected rows for people to mend in a spreadsheet. */
final class RejectedRowsFile {

    // Without it, spreadsheets take UTF-8 for the system's encoding.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RejectedRowsFile() {}

    static void write(RejectedRows rows, Path target, Texts texts) {
        Path unfinished = target.resolveSibling(".rejected-" + UUID.randomUUID() + ".csv");
        try {
            try {
                write(rows, texts, unfinished);
                Files.move(
                        unfinished,
                        target,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of("problem.import.rejectedNotSaved", target.toString()).asException(e);
        }
    }

    private static void write(RejectedRows rows, Texts texts, Path file) throws IOException {
        try (Writer text =
                new OutputStreamWriter(PrivateFiles.write(file), StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(
                    texts.get("import.rejected.file"),
                    texts.get("import.rejected.line"),
                    texts.get("import.rejected.reason"),
                    texts.get("import.rejected.row"));
            rows.forEach(
                    row ->
                            csv.writeRecord(
                                    SpreadsheetText.harmless(row.label()),
                                    Long.toString(row.line()),
                                    SpreadsheetText.harmless(texts.sentence(row.reason())),
                                    SpreadsheetText.harmless(row.raw())));
            csv.flush();
        }
    }
}
