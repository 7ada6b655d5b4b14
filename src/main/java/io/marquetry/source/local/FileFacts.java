package io.marquetry.source.local;

import io.marquetry.base.Sha256;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.DateOrder;

import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What shapes a table's content: the file's bytes and how they were read. The same facts give the
 * same content on every machine.
 */
final class FileFacts {

    private final CsvInput input;
    private final MessageDigest digest = Sha256.digest();

    FileFacts(CsvInput input) {
        this.input = input;
    }

    /** Returns the input, hashed while it is read. */
    CsvInput hashing() {
        return new CsvInput(
                input.label(),
                input.size(),
                () -> new DigestInputStream(input.opening().open(), digest));
    }

    /** Returns the facts as lines, once the file was read. */
    String of(String role, CsvFormat format, List<ImportColumn> columns) {
        StringBuilder lines = new StringBuilder(role).append('\n');
        lines.append(HexFormat.of().formatHex(digest.digest())).append('\n');
        lines.append(format.encoding().label())
                .append(' ')
                .append((int) format.delimiter())
                .append(' ')
                .append((int) format.quote())
                .append(' ')
                .append(format.header())
                .append('\n');
        for (ImportColumn column : columns) {
            // Length first: no name or marker can then pretend to be another.
            lines.append(sized(column.name()))
                    .append(column.type())
                    .append(' ')
                    .append(column.scale())
                    .append(' ')
                    .append(column.included());
            if (column.dates() != DateOrder.YEAR_FIRST) {
                lines.append(' ').append(column.dates());
            }
            column.missing().forEach(marker -> lines.append(' ').append(sized(marker)));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static String sized(String text) {
        return text.length() + ":" + text + " ";
    }
}
