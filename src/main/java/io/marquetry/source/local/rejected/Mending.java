package io.marquetry.source.local.rejected;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import is to be told so that it reads what it could not: the same in the window and on
 * the command line, which names its options besides.
 *
 * @param name of the texts: {@code mend.NAME} is the advice, {@code cli.mend.NAME} the options
 */
public record Mending(String name) {

    private static final Map<String, Mending> OF_ROWS =
            Map.of(
                    "problem.row.date", new Mending("dates"),
                    "problem.row.dateTime", new Mending("dates"),
                    "problem.row.integer", new Mending("numbers"),
                    "problem.row.number", new Mending("numbers"),
                    "problem.row.boolean", new Mending("type"),
                    "problem.row.quote", new Mending("quote"),
                    "problem.row.encoding", new Mending("encoding"),
                    "problem.row.ragged", new Mending("delimiter"),
                    "problem.row.noKey", new Mending("key"),
                    "problem.row.sameKey", new Mending("key"));

    private static final Map<String, Mending> OF_COLUMNS =
            Map.of(
                    "problem.reading.notNumber", new Mending("missing"),
                    "problem.reading.notDay", new Mending("missing"),
                    "problem.reading.wrong", new Mending("missing"));

    /** Returns what mends that a column is not what most of its cells are. */
    public static Optional<Mending> ofColumn(Problem why) {
        return Optional.ofNullable(OF_COLUMNS.get(why.key()));
    }

    /** Returns what mends rejected rows, each once, that of the most frequent reason first. */
    public static List<Mending> ofRows(List<RejectedReason> reasons) {
        return reasons.stream()
                .flatMap(
                        reason ->
                                Optional.ofNullable(OF_ROWS.get(reason.first().reason().key()))
                                        .stream())
                .distinct()
                .toList();
    }

    /** Returns the key of the advice. */
    public String advice() {
        return "mend." + name;
    }

    /** Returns the key of the options that do it. */
    public String options() {
        return "cli.mend." + name;
    }
}
