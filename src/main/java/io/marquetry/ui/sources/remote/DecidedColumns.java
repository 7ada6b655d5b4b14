package io.marquetry.ui.sources.remote;

import io.marquetry.source.ColumnChoice;
import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.RemotePlan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is decided of the columns of all tables, with a few of their rows; needs no stage. */
final class DecidedColumns {

    private final Map<String, List<DecidedColumn>> byTable = new HashMap<>();
    private Map<String, List<List<String>>> rows = Map.of();
    private Optional<RemotePlan> mapping = Optional.empty();

    /** Begins anew, with what a mapping says. */
    void begin(Optional<RemotePlan> handedOver) {
        byTable.clear();
        rows = Map.of();
        mapping = handedOver;
    }

    /** Takes the rows that were read. */
    void take(Map<String, List<List<String>>> read) {
        rows = read;
    }

    /** Returns the columns of a table. */
    List<DecidedColumn> of(Discovered.Table table) {
        return byTable.computeIfAbsent(
                table.shown(),
                shown ->
                        table.columns().stream()
                                .map(column -> new DecidedColumn(column, decided(shown)))
                                .toList());
    }

    /** Returns what is decided of the columns of a table. */
    List<ColumnChoice> choices(Discovered.Table table) {
        return of(table).stream().flatMap(column -> column.choice().stream()).toList();
    }

    /**
     * Returns a few cells of a column, personal data masked; those without a value are left out.
     */
    List<String> sample(Discovered.Table table, DecidedColumn column) {
        int place = of(table).indexOf(column);
        return rows.getOrDefault(table.shown(), List.of()).stream()
                .map(row -> row.get(place))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private List<ColumnChoice> decided(String table) {
        return mapping.map(
                        plan ->
                                plan.table().equals(table)
                                        ? plan.columns()
                                        : plan.events().stream()
                                                .filter(events -> events.table().equals(table))
                                                .findFirst()
                                                .map(RemotePlan.Events::columns)
                                                .orElse(List.of()))
                .orElse(List.of());
    }
}
