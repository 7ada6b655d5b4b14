package io.marquetry.library;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.util.Optional;

/** What may be another in each package that is made from a template; all have to be given. */
public sealed interface Parameter {

    /** Returns its name, unique in its template: of the tag that it is about. */
    String name();

    /** Returns what the template itself has there, as it is typed. */
    String standard();

    /** Returns the word for its kind, to be part of a sentence. */
    Problem word();

    /**
     * Another tag in the place of one.
     *
     * @param tag what the template has there
     */
    record Slot(String name, SlotKind kind, TagKey tag) implements Parameter {

        @Override
        public String standard() {
            return tag.value();
        }

        @Override
        public Problem word() {
            return Problem.of("problem.parameter." + kind);
        }
    }

    /** Which tags can be put into a slot. */
    enum SlotKind {
        /** Audience tags of the same type and dimension. */
        TAG,
        /** Anything that people can be given. */
        BENEFIT,
        /** Anything that people can read: an SMS in the place of a mail. */
        CHANNEL
    }

    /**
     * Another number in a tag's rule, or in a condition.
     *
     * @param leaf which of the different tags and conditions of the audience, from 0
     * @param place which of the numbers of its rule, from 0
     * @param number what the template has there
     * @param low smallest that is taken
     * @param high largest that is taken
     * @param unit of a window; empty for any other number
     */
    record Amount(
            String name,
            int leaf,
            int place,
            BigDecimal number,
            BigDecimal low,
            BigDecimal high,
            Optional<Value.Unit> unit)
            implements Parameter {

        /** Refuses a range that the template's own number is not in. */
        public Amount {
            if (leaf < 0 || place < 0 || number.compareTo(low) < 0 || number.compareTo(high) > 0) {
                throw new IllegalArgumentException("out of range: " + number);
            }
        }

        @Override
        public String standard() {
            return number.toPlainString();
        }

        @Override
        public Problem word() {
            return Problem.of(
                    "problem.parameter." + (unit.isPresent() ? unit.get().name() : "NUMBER"));
        }
    }
}
