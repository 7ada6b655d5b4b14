package io.marquetry.source.query;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Neighbouring profiles.
 *
 * @param from the first ordinal
 * @param to the ordinal behind the last
 */
record OrdinalRange(long from, long to) {

    long size() {
        return to - from;
    }

    /** Returns the condition that the ordinal is within. */
    Condition holds(Field<Long> ordinal) {
        return ordinal.between(DSL.inline(from), DSL.inline(to - 1));
    }
}
