package io.marquetry.effect.sums;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.tag.TagKey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** By what outcomes are divided. */
public sealed interface Dimension {

    /** By a profile's or a row's attribute; numbers with many values by ranges. */
    record Attribute(String name) implements Dimension {}

    /**
     * By whether the profile carries an audience tag.
     *
     * @param people the source that knows who carries it, where profiles are found by their key;
     *     empty: the table that the outcomes lie in
     */
    record Carries(TagKey tag, Optional<SourceName> people) implements Dimension {

        /** By a tag of the profiles among which the outcomes lie. */
        public Carries(TagKey tag) {
            this(tag, Optional.empty());
        }
    }

    /**
     * By what a column tells.
     *
     * @param role PACKAGE, VERSION, CHANNEL or ASSET
     */
    record Told(OutcomeRole role) implements Dimension {}

    /** By when it was sent or happened. */
    record Time(TimeStep step) implements Dimension {}

    /** By the tags that the packages are made of; a package counts for each of its tags. */
    record PackageTag() implements Dimension {}

    /** By the assets behind the packages' tags; a package counts for each of its assets. */
    record PackageAsset() implements Dimension {}

    /** How long the spans of time are. */
    enum TimeStep {
        DAY,
        /** From Monday. */
        WEEK,
        MONTH;

        /** Returns the first day of the span that a day is in. */
        public LocalDate begin(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }
}
