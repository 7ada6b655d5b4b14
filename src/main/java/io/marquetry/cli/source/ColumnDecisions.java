package io.marquetry.cli.source;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.ColumnPurpose;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is decided of the columns of a database on a server; of all others what is proposed. */
final class ColumnDecisions {

    @Option(
            names = "--leave-out",
            paramLabel = "[TABLE:]COLUMN",
            descriptionKey = "cli.source.leaveOut")
    private List<String> leftOut = List.of();

    @Option(
            names = "--as-text",
            paramLabel = "[TABLE:]COLUMN",
            descriptionKey = "cli.source.asText")
    private List<String> asText = List.of();

    @Option(names = "--purpose", paramLabel = "COLUMN=WORD", descriptionKey = "cli.source.purpose")
    private Map<String, String> purposes = new LinkedHashMap<>();

    @Option(names = "--outcomes", paramLabel = "TABLE", descriptionKey = "cli.source.outcomes")
    private List<String> outcomes = List.of();

    /** Returns whether nothing was decided. */
    boolean isEmpty() {
        return leftOut.isEmpty() && asText.isEmpty() && purposes.isEmpty() && outcomes.isEmpty();
    }

    /**
     * Returns what was decided of the columns of a table.
     *
     * @param table as it was named; empty: the profiles'
     */
    List<ColumnChoice> of(Optional<String> table) {
        List<String> out = among(leftOut, table);
        List<String> text = among(asText, table);
        Set<String> named = new LinkedHashSet<>(out);
        named.addAll(text);
        if (table.isEmpty()) {
            named.addAll(purposes.keySet());
        }
        List<ColumnChoice> decided = new ArrayList<>();
        for (String column : named) {
            ColumnPurpose purpose =
                    table.isEmpty() && purposes.containsKey(column)
                            ? purpose(purposes.getOrDefault(column, ""))
                            : ColumnPurpose.of(column, AttributeType.TEXT);
            decided.add(
                    new ColumnChoice(
                            column, !out.contains(column), text.contains(column), purpose));
        }
        return decided;
    }

    /** Returns whether a table was said to hold outcomes. */
    boolean holdsOutcomes(String table) {
        return outcomes.contains(table);
    }

    private static List<String> among(List<String> named, Optional<String> table) {
        return named.stream()
                .filter(
                        name ->
                                table.map(prefix -> name.startsWith(prefix + ":"))
                                        .orElse(name.indexOf(':') < 0))
                .map(name -> name.substring(table.map(prefix -> prefix.length() + 1).orElse(0)))
                .toList();
    }

    private static ColumnPurpose purpose(String word) {
        return ColumnPurpose.named(word)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.remote.purpose",
                                                word,
                                                NameList.of(
                                                        Arrays.stream(ColumnPurpose.values())
                                                                .map(Enum::name)
                                                                .toList()))
                                        .asException());
    }
}
