package io.marquetry.ui.review.ask;

import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The usual spans of days to look at, counted back from the last day of the outcomes. */
public final class Periods {

    private Periods() {}

    /** What is offered, in the order of the menu. */
    public enum Usual {
        ALL,
        LAST_30,
        LAST_90,
        LAST_MONTH,
        LAST_HALF
    }

    /** Returns the first and the last day of outcomes; empty where they do not tell when. */
    static Optional<Period> of(Reviewed all) {
        OptionalInt at = all.time();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> days =
                all.answer().divisions().get(at.getAsInt()).groups().stream()
                        .map(group -> group.values().getFirst())
                        .flatMap(
                                value ->
                                        value instanceof GroupValue.Begins begins
                                                ? Optional.of(begins.day()).stream()
                                                : Optional.<LocalDate>empty().stream())
                        .sorted()
                        .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Period(
                                Optional.of(days.getFirst()),
                                Optional.of(
                                        end(
                                                days.getLast(),
                                                all.step().orElse(Dimension.TimeStep.DAY)))));
    }

    /** Returns the last day of a span. */
    public static LocalDate end(LocalDate first, Dimension.TimeStep step) {
        return switch (step) {
            case DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.plusMonths(1).minusDays(1);
        };
    }

    /** Returns a usual period of outcomes that have these days. */
    public static Period usual(Usual usual, Period known) {
        LocalDate last = known.to().orElseThrow();
        return switch (usual) {
            case ALL -> Period.ALL;
            case LAST_30 -> between(last.minusDays(29), last);
            case LAST_90 -> between(last.minusDays(89), last);
            case LAST_MONTH -> between(last.withDayOfMonth(1), last);
            case LAST_HALF -> {
                LocalDate first = known.from().orElseThrow();
                yield between(first.plusDays(ChronoUnit.DAYS.between(first, last) / 2 + 1), last);
            }
        };
    }

    /**
     * Returns as many days just before a period; empty where the period has no first or last day.
     */
    public static Optional<Period> before(Period period) {
        if (period.from().isEmpty() || period.to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = period.from().get();
        long days = ChronoUnit.DAYS.between(first, period.to().get()) + 1;
        return Optional.of(between(first.minusDays(days), first.minusDays(1)));
    }

    private static Period between(LocalDate from, LocalDate to) {
        return new Period(Optional.of(from), Optional.of(to));
    }
}
