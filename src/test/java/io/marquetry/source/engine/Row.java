package io.marquetry.source.engine;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A profile of a test table, in plain Java.
 *
 * @param values by attribute; a missing value has no entry
 * @param events by stream; each with its fields and its time under {@link #TIME}
 */
public record Row(Map<String, Object> values, Map<String, List<Map<String, Object>>> events) {

    /** Where an event keeps its time. */
    public static final String TIME = "@time";

    public Row {
        values = Map.copyOf(values);
        events = Map.copyOf(events);
    }

    /** Returns this row with times cut to microseconds. */
    public Row toMicroseconds() {
        Map<String, List<Map<String, Object>>> cutEvents = new HashMap<>();
        events.forEach(
                (stream, list) -> cutEvents.put(stream, list.stream().map(Row::cut).toList()));
        return new Row(cut(values), cutEvents);
    }

    private static Map<String, Object> cut(Map<String, Object> values) {
        Map<String, Object> cut = new HashMap<>(values);
        cut.replaceAll(
                (name, value) ->
                        value instanceof LocalDateTime moment
                                ? moment.truncatedTo(ChronoUnit.MICROS)
                                : value);
        return cut;
    }
}
