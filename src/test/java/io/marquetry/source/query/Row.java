package io.marquetry.source.query;

import java.util.List;
import java.util.Map;

/**
 * A profile of a test table, in plain Java.
 *
 * @param values by attribute; a missing value has no entry
 * @param events by stream; each with its fields and its time under {@link #TIME}
 */
record Row(Map<String, Object> values, Map<String, List<Map<String, Object>>> events) {

    /** Where an event keeps its time. */
    static final String TIME = "@time";

    Row {
        values = Map.copyOf(values);
        events = Map.copyOf(events);
    }
}
