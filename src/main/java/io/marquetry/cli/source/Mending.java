package io.marquetry.cli.source;

import io.marquetry.base.Problem;

import java.util.Map;
import java.util.Optional;

/** By which option of an import what it could not read is mended. */
final class Mending {

    private static final Map<String, String> OF_ROWS =
            Map.of(
                    "problem.row.date", "cli.mend.dates",
                    "problem.row.dateTime", "cli.mend.dates",
                    "problem.row.integer", "cli.mend.numbers",
                    "problem.row.number", "cli.mend.numbers",
                    "problem.row.boolean", "cli.mend.type",
                    "problem.row.quote", "cli.mend.quote",
                    "problem.row.encoding", "cli.mend.encoding",
                    "problem.row.ragged", "cli.mend.delimiter",
                    "problem.row.noKey", "cli.mend.key",
                    "problem.row.sameKey", "cli.mend.key");

    private static final Map<String, String> OF_COLUMNS =
            Map.of(
                    "problem.reading.notNumber", "cli.mend.missing",
                    "problem.reading.notDay", "cli.mend.missing",
                    "problem.reading.wrong", "cli.mend.missing");

    private Mending() {}

    /** Returns the text of what mends rows that were rejected for a reason. */
    static Optional<String> ofRows(Problem reason) {
        return Optional.ofNullable(OF_ROWS.get(reason.key()));
    }

    /** Returns the text of what mends that a column is not what most of its cells are. */
    static Optional<String> ofColumn(Problem why) {
        return Optional.ofNullable(OF_COLUMNS.get(why.key()));
    }
}
