package io.marquetry.source.columns;

import io.marquetry.tag.TagRule.Aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * One aggregate of a profile's events that some rules ask for.
 *
 * @param filter the step that says which events count
 * @param of the number of the measure for a sum, of the column for a least or greatest value
 * @param tests what is asked of it
 */
record Aggregation(Aggregate aggregate, int filter, int of, List<EventTest> tests) {

    /** What makes two rules ask for the same. */
    record Key(Aggregate aggregate, int filter, int of) {
        /** Returns an aggregation that nobody asks for yet. */
        Aggregation begin() {
            return new Aggregation(aggregate, filter, of, new ArrayList<>());
        }
    }
}
