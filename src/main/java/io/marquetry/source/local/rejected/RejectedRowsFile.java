package io.marquetry.source.local.rejected;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.SpreadsheetCsv;
import io.marquetry.base.Texts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Writes rejected rows for people to mend in a spreadsheet. */
final class RejectedRowsFile {

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
                new BufferedWriter(
                        new OutputStreamWriter(PrivateFiles.write(file), StandardCharsets.UTF_8))) {
            text.write(SpreadsheetCsv.MARK);
            text.write(
                    SpreadsheetCsv.row(
                            List.of(
                                    texts.get("import.rejected.file"),
                                    texts.get("import.rejected.line"),
                                    texts.get("import.rejected.reason"),
                                    texts.get("import.rejected.row"))));
            rows.forEach(row -> write(text, row, texts));
        }
    }

    private static void write(Writer text, RejectedRow row, Texts texts) {
        try {
            text.write(
                    SpreadsheetCsv.row(
                            List.of(
                                    row.label(),
                                    Long.toString(row.line()),
                                    texts.sentence(row.reason()),
                                    row.raw())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
