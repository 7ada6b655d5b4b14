package io.marquetry.source.check;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Value;

import java.time.LocalDate;

/** Which values can be compared with attributes of which type. */
final class ValueTypes {

    private ValueTypes() {}

    static boolean fits(AttributeType type, Value value) {
        return switch (value) {
            case Value.Number n -> type == AttributeType.INTEGER || type == AttributeType.DECIMAL;
            case Value.Text t -> type == AttributeType.TEXT;
            case Value.Day d -> type == AttributeType.DATE || type == AttributeType.DATETIME;
            case Value.Ago a -> type == AttributeType.DATE || type == AttributeType.DATETIME;
            case Value.Moment m -> type == AttributeType.DATETIME;
            case Value.Truth t -> type == AttributeType.BOOLEAN;
        };
    }

    /** Returns whether a day has a year from 1 to 9999, as all databases can hold. */
    static boolean isInRange(Value value) {
        return switch (value) {
            case Value.Day d -> isInRange(d.day());
            case Value.Moment m -> isInRange(m.moment().toLocalDate());
            case Value.Number n -> true;
            case Value.Text t -> true;
            case Value.Truth t -> true;
            case Value.Ago a -> true;
        };
    }

    private static boolean isInRange(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    /** Returns the sentence's key for a value that does not fit. */
    static String mismatch(AttributeType type) {
        return switch (type) {
            case TEXT -> "problem.rule.needsText";
            case INTEGER, DECIMAL -> "problem.rule.needsNumber";
            case DATE -> "problem.rule.needsDay";
            case DATETIME -> "problem.rule.needsMoment";
            case BOOLEAN -> "problem.rule.needsTruth";
        };
    }
}
