package io.marquetry.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The typed condition over profile attributes and events that decides who carries an audience tag.
 *
 * <p>Every rule is either true or false for a profile, never unknown: a missing value satisfies no
 * comparison, and {@link Not} is the set complement, so a profile whose value is missing satisfies
 * {@code Not(x = 1)} but not {@code x ≠ 1}.
 */
public sealed interface TagRule {

    /** A test of one field alone. */
    sealed interface OnField extends TagRule {

        /** Returns the name of the attribute or event field. */
        String field();
    }

    /** The attribute compares so with the value. */
    record Compare(String field, Comparison comparison, Value value) implements OnField {}

    /** The attribute lies between two values, both included. */
    record Between(String field, Value low, Value high) implements OnField {}

    /** The attribute's day is one of those that end with today. */
    record InLast(String field, Span length) implements OnField {

        /** Returns the two days that are meant, seen from {@code today}. */
        public Between on(LocalDate today) {
            return new Between(field, new Value.Day(length.first(today)), new Value.Day(today));
        }
    }

    /**
     * The attribute is one of the values.
     *
     * @param values one at least
     */
    record InList(String field, List<Value> values) implements OnField {
        /** Copies the values and refuses none. */
        public InList {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of values needs one at least");
            }
        }
    }

    /** The text attribute contains, begins or ends with the text: literally, case-sensitively. */
    record Match(String field, Part part, String text) implements OnField {}

    /** Where a text is looked for. */
    enum Part {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }

    /** The attribute has no value. */
    record Missing(String field) implements OnField {}

    /**
     * What a profile's events of one stream come to compares so with the value.
     *
     * <p>Count and sum of no events are 0; minimum, maximum and latest of none are missing. Events
     * whose measure is missing do not take part in sum, minimum and maximum.
     *
     * @param measure the event field that is summed or compared; empty for count and latest
     * @param window which days count; the day of the event's time decides
     * @param where the events that count; a rule over event fields without {@code Events} and
     *     {@code HasTag} in it
     */
    record Events(
            String stream,
            Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where,
            Comparison comparison,
            Value value)
            implements TagRule {

        /** Refuses a measure where none is needed and none where one is. */
        public Events {
            if (measure.isPresent() != aggregate.needsMeasure()) {
                throw new IllegalArgumentException("the measure does not fit " + aggregate);
            }
        }
    }

    /** What events are reduced to. */
    enum Aggregate {
        COUNT(false),
        SUM(true),
        MIN(true),
        MAX(true),
        /** The time of the latest event. */
        LATEST(false);

        private final boolean needsMeasure;

        Aggregate(boolean needsMeasure) {
            this.needsMeasure = needsMeasure;
        }

        /** Returns whether an event field has to be named. */
        public boolean needsMeasure() {
            return needsMeasure;
        }
    }

    /** The profile carries another audience tag. */
    record HasTag(TagKey tag) implements TagRule {}

    /**
     * All the rules hold.
     *
     * @param rules one at least
     */
    record All(List<TagRule> rules) implements TagRule {
        /** Copies the rules and refuses none. */
        public All {
            rules = nonEmpty(rules);
        }
    }

    /**
     * One of the rules holds.
     *
     * @param rules one at least
     */
    record Any(List<TagRule> rules) implements TagRule {
        /** Copies the rules and refuses none. */
        public Any {
            rules = nonEmpty(rules);
        }
    }

    /** The rule does not hold. */
    record Not(TagRule rule) implements TagRule {}

    private static List<TagRule> nonEmpty(List<TagRule> rules) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a group of rules needs one at least");
        }
        return List.copyOf(rules);
    }
}
