package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.Economics;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.figures.Scope;
import io.marquetry.effect.stats.Correction;

import java.util.List;

/**
 * What is to be reported.
 *
 * @param parts at least one
 * @param groupings by what to divide besides packages, tags, channels and time, where the outcomes
 *     tell them
 * @param texts the language of the report
 */
public record ReportRequest(
        List<Part> parts,
        List<Grouping> groupings,
        Economics economics,
        Correction correction,
        Texts texts) {

    /** A set of outcomes, and which of them are looked at. */
    public record Part(OutcomeSet set, Scope scope) {}

    /** Copies the lists and refuses a report on nothing. */
    public ReportRequest {
        parts = List.copyOf(parts);
        groupings = List.copyOf(groupings);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a report on nothing");
        }
    }
}
