package io.marquetry.source.plan;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.source.csv.CsvInput;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What shapes a table's content: the file's bytes and how they were read. The same facts give the
 * same content on every machine.
 */
public final class FileFacts {

    private final TableFile file;
    private final CsvInput input;
    private final MessageDigest digest = Sha256.digest();
    private boolean read;

    public FileFacts(TableFile file) {
        this.file = file;
        this.input = file.bytes();
    }

    /**
     * Refuses a file that somebody wrote to meanwhile.
     *
     * @throws io.marquetry.base.ProblemException if so
     */
    public void refuseChanged() {
        input.refuseChanged();
    }

    /** Returns the input, hashed while it is read. */
    public CsvInput hashing() {
        return new CsvInput(
                input.label(),
                input.size(),
                () -> {
                    read = true;
                    digest.reset();
                    return new DigestInputStream(input.opening().open(), digest);
                });
    }

    /** Returns the facts as lines, once the file was read. */
    public String of(String role, List<ImportColumn> columns) {
        StringBuilder lines = new StringBuilder(role).append('\n');
        lines.append(hash()).append('\n');
        lines.append(file.facts()).append('\n');
        for (ImportColumn column : columns) {
            // Length first: no name or marker can then pretend to be another.
            lines.append(sized(column.name()))
                    .append(column.type())
                    .append(' ')
                    .append(column.scale())
                    .append(' ')
                    .append(column.included());
            if (!column.dates().equals(DateForm.YEAR_FIRST)) {
                lines.append(' ').append(column.dates().order());
                column.dates().start().ifPresent(start -> lines.append(' ').append(start));
            }
            if (!column.numbers().equals(NumberForm.PLAIN)) {
                lines.append(' ').append(column.numbers());
            }
            column.zone().ifPresent(zone -> lines.append(' ').append(zone));
            if (column.keyCase() == KeyCase.FOLDED) {
                lines.append(" folded");
            }
            column.missing().forEach(marker -> lines.append(' ').append(sized(marker)));
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Files that are not read from start to end are read once more. */
    private String hash() {
        if (!read) {
            try (InputStream in = hashing().opening().open()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw Problem.of("problem.import.unreadable", file.label()).asException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sized(String text) {
        return text.length() + ":" + text + " ";
    }
}
