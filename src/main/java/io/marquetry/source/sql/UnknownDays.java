package io.marquetry.source.sql;

import io.marquetry.tag.Comparison;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import java.time.LocalDate;

/** Days before the first or after the last that an engine knows. */
final class UnknownDays {

    private UnknownDays() {}

    /** Returns how all days that an engine knows compare with one that it does not know. */
    static Condition compared(Comparison comparison, LocalDate day) {
        boolean late = day.isAfter(LocalDate.EPOCH);
        return switch (comparison) {
            case EQUAL -> DSL.falseCondition();
            case NOT_EQUAL -> DSL.trueCondition();
            case LESS, AT_MOST -> late ? DSL.trueCondition() : DSL.falseCondition();
            case GREATER, AT_LEAST -> late ? DSL.falseCondition() : DSL.trueCondition();
        };
    }
}
