package io.marquetry.effect.intake;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.SavedMapping;
import io.marquetry.source.remote.RemotePlan;

import java.util.List;

/**
 * How a database becomes a source, with what its outcomes mean.
 *
 * @param outcomes what the columns of outcomes mean, at most one for each table; {@link
 *     io.marquetry.effect.OutcomeLayout#rows} says of which
 */
public record HandedMapping(RemotePlan plan, List<SavedMapping> outcomes) {

    /** Copies the list. */
    public HandedMapping {
        outcomes = List.copyOf(outcomes);
    }

    /** Hands over a plan of whose outcomes nobody said what they mean. */
    public static HandedMapping of(RemotePlan plan) {
        return new HandedMapping(plan, List.of());
    }

    /** Returns the same under another name. */
    public HandedMapping named(SourceName name, String title) {
        return new HandedMapping(plan.named(name, title), outcomes);
    }

    /** Returns the same outcomes of another plan, as far as that has their tables. */
    public HandedMapping with(RemotePlan other) {
        return new HandedMapping(
                other, outcomes.stream().filter(o -> isOf(o.mapping(), other)).toList());
    }

    /** Returns whether the meaning of outcomes in a table is told. */
    boolean tells(RemotePlan.Events events) {
        return outcomes.stream()
                .flatMap(told -> told.mapping().layout().rows().stream())
                .anyMatch(rows -> isCalled(events, rows));
    }

    /** Returns whether a plan has the table of outcomes. */
    static boolean isOf(OutcomeMapping mapping, RemotePlan plan) {
        return mapping.layout().rows().stream()
                .allMatch(rows -> plan.events().stream().anyMatch(e -> isCalled(e, rows)));
    }

    /** Events are called as their table is, without its schema. */
    static boolean isCalled(RemotePlan.Events events, String stream) {
        return events.table().equals(stream) || events.table().endsWith('.' + stream);
    }
}
