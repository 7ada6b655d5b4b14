package io.marquetry.source.sql;

import io.marquetry.base.VisibleText;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A typed column, or an aggregate of one, that rules compare with values. Its conditions are NULL
 * where the column is: who uses them has to rule that out.
 */
public sealed interface Operand {

    /** Returns the column itself. */
    Field<?> field();

    /** Returns the same kind of operand over the least value. */
    Operand least();

    /** Returns the same kind of operand over the greatest value. */
    Operand greatest();

    /** Returns the same kind of operand that is missing where a condition does not hold. */
    Operand when(Condition condition);

    /** Returns the same kind of operand over another column. */
    Operand at(Name column);

    /**
     * Returns the condition that the column compares so with the value.
     *
     * @throws IllegalArgumentException if the value is of another type; {@link RuleCheck} finds
     *     these before
     */
    Condition compare(Comparison comparison, Value value);

    /** Returns the condition that the column is one of the values. */
    Condition in(List<Value> values);

    /** A text. */
    record OfText(Field<String> field, Dialect dialect) implements Operand {

        @Override
        public Operand least() {
            throw new IllegalArgumentException("texts have no least");
        }

        @Override
        public Operand greatest() {
            throw new IllegalArgumentException("texts have no greatest");
        }

        @Override
        public OfText when(Condition condition) {
            return new OfText(DSL.when(condition, field), dialect);
        }

        @Override
        public OfText at(Name column) {
            return new OfText(DSL.field(column, field.getDataType()), dialect);
        }

        @Override
        public Condition compare(Comparison comparison, Value value) {
            Field<String> text = DSL.val(text(value));
            return switch (comparison) {
                case EQUAL -> in(List.of(value));
                case NOT_EQUAL -> field.notIn(spellings(List.of(value)));
                case LESS, AT_MOST, GREATER, AT_LEAST ->
                        dialect.compareInOrder(field, comparison, text);
            };
        }

        /** Returns the condition that the text has a part. */
        Condition has(TagRule.Part part, String text) {
            List<Condition> written =
                    VisibleText.parts(text).stream()
                            .map(seen -> dialect.has(field, part, seen))
                            .toList();
            return written.size() == 1 ? written.getFirst() : DSL.or(written);
        }

        @Override
        public Condition in(List<Value> values) {
            List<String> texts = spellings(values);
            return texts.size() > FEW
                    ? dialect.isOneOf(field, texts, SQLDataType.VARCHAR)
                    : field.in(texts.stream().map(DSL::val).toList());
        }

        /**
         * Returns each text as it was written and as it is seen: sources keep the one or the other,
         * depending on when they were imported.
         */
        private static List<String> spellings(List<Value> values) {
            return values.stream()
                    .map(OfText::text)
                    .flatMap(text -> Stream.of(text, VisibleText.of(text)))
                    .distinct()
                    .toList();
        }

        private static String text(Value value) {
            if (value instanceof Value.Text t) {
                return t.text();
            }
            throw mismatch(value);
        }
    }

    /** A number. */
    record OfNumber(Field<BigDecimal> field, NumberKind kind, Dialect dialect) implements Operand {

        @Override
        public OfNumber least() {
            return new OfNumber(DSL.min(field), kind, dialect);
        }

        @Override
        public OfNumber greatest() {
            return new OfNumber(DSL.max(field), kind, dialect);
        }

        /** Returns the same number, 0 where it is missing. */
        OfNumber orZero() {
            return new OfNumber(DSL.coalesce(field, DSL.inline(BigDecimal.ZERO)), kind, dialect);
        }

        /** Returns the sum as an operand. */
        OfNumber sum() {
            return new OfNumber(dialect.sum(field, kind), kind.summed(), dialect);
        }

        @Override
        public OfNumber when(Condition condition) {
            return new OfNumber(DSL.when(condition, field), kind, dialect);
        }

        @Override
        public OfNumber at(Name column) {
            return new OfNumber(DSL.field(column, field.getDataType()), kind, dialect);
        }

        @Override
        public Condition compare(Comparison comparison, Value value) {
            return kind.compare(field, comparison, number(value));
        }

        @Override
        public Condition in(List<Value> values) {
            List<BigDecimal> numbers = values.stream().map(OfNumber::number).distinct().toList();
            return kind.in(field, numbers, dialect);
        }

        public static BigDecimal number(Value value) {
            if (value instanceof Value.Number n) {
                return n.number();
            }
            throw mismatch(value);
        }
    }

    /** A calendar day. */
    record OfDay(Field<LocalDate> field, LocalDate today, Dialect dialect) implements Operand {

        @Override
        public Operand least() {
            return new OfDay(DSL.min(field), today, dialect);
        }

        @Override
        public Operand greatest() {
            return new OfDay(DSL.max(field), today, dialect);
        }

        @Override
        public OfDay when(Condition condition) {
            return new OfDay(DSL.when(condition, field), today, dialect);
        }

        @Override
        public OfDay at(Name column) {
            return new OfDay(DSL.field(column, field.getDataType()), today, dialect);
        }

        @Override
        public Condition compare(Comparison comparison, Value value) {
            LocalDate day = day(value, today);
            return dialect.knows(day)
                    ? compared(field, comparison, DSL.val(day, JavaTimeBinding.DAY))
                    : UnknownDays.compared(comparison, day);
        }

        @Override
        public Condition in(List<Value> values) {
            List<LocalDate> days =
                    values.stream()
                            .map(v -> day(v, today))
                            .filter(dialect::knows)
                            .distinct()
                            .toList();
            return days.size() > FEW
                    ? dialect.isOneOf(field, days, SQLDataType.LOCALDATE)
                    : field.in(days.stream().map(v -> DSL.val(v, JavaTimeBinding.DAY)).toList());
        }
    }

    /** A wall-clock time; with a day it is compared by its day. */
    record OfMoment(Field<LocalDateTime> field, LocalDate today, Dialect dialect)
            implements Operand {

        @Override
        public Operand least() {
            return new OfMoment(DSL.min(field), today, dialect);
        }

        @Override
        public Operand greatest() {
            return new OfMoment(DSL.max(field), today, dialect);
        }

        @Override
        public OfMoment when(Condition condition) {
            return new OfMoment(DSL.when(condition, field), today, dialect);
        }

        @Override
        public OfMoment at(Name column) {
            return new OfMoment(DSL.field(column, field.getDataType()), today, dialect);
        }

        @Override
        public Condition compare(Comparison comparison, Value value) {
            if (value instanceof Value.Moment m) {
                return at(comparison, m.moment());
            }
            LocalDate day = day(value, today);
            LocalDateTime begin = day.atStartOfDay();
            LocalDateTime next = day.plusDays(1).atStartOfDay();
            return switch (comparison) {
                case EQUAL ->
                        DSL.and(List.of(at(Comparison.AT_LEAST, begin), at(Comparison.LESS, next)));
                case NOT_EQUAL ->
                        DSL.or(List.of(at(Comparison.LESS, begin), at(Comparison.AT_LEAST, next)));
                case LESS -> at(Comparison.LESS, begin);
                case AT_MOST -> at(Comparison.LESS, next);
                case GREATER -> at(Comparison.AT_LEAST, next);
                case AT_LEAST -> at(Comparison.AT_LEAST, begin);
            };
        }

        @Override
        public Condition in(List<Value> values) {
            List<Value> distinct = values.stream().distinct().toList();
            return distinct.size() > FEW
                    ? isOneOf(distinct)
                    : DSL.or(distinct.stream().map(v -> compare(Comparison.EQUAL, v)).toList());
        }

        /** As one condition each for days and for moments: engines cannot nest thousands. */
        private Condition isOneOf(List<Value> values) {
            List<LocalDate> days = new ArrayList<>();
            List<LocalDateTime> moments = new ArrayList<>();
            for (Value value : values) {
                if (!(value instanceof Value.Moment m)) {
                    LocalDate day = day(value, today);
                    if (dialect.knows(day)) {
                        days.add(day);
                    }
                } else if (dialect.kept(m.moment()).equals(m.moment())) {
                    moments.add(m.moment());
                }
            }
            List<Condition> ways = new ArrayList<>();
            if (!days.isEmpty()) {
                ways.add(dialect.isOneOf(dialect.day(field), days, SQLDataType.LOCALDATE));
            }
            if (!moments.isEmpty()) {
                ways.add(dialect.isOneOf(field, moments, SQLDataType.LOCALDATETIME));
            }
            // Nothing the engine can hold is none of its moments; an empty "or" would be everybody.
            return ways.isEmpty() ? DSL.falseCondition() : DSL.or(ways);
        }

        private Condition at(Comparison comparison, LocalDateTime moment) {
            if (!dialect.knows(moment.toLocalDate())) {
                return UnknownDays.compared(comparison, moment.toLocalDate());
            }
            LocalDateTime kept = dialect.kept(moment);
            if (kept.equals(moment)) {
                return compared(field, comparison, moment(moment));
            }
            // Between two moments that the database tells apart.
            return switch (comparison) {
                case EQUAL -> DSL.falseCondition();
                case NOT_EQUAL -> DSL.trueCondition();
                case LESS, AT_MOST -> field.le(moment(kept));
                case GREATER, AT_LEAST -> field.gt(moment(kept));
            };
        }

        private static Field<LocalDateTime> moment(LocalDateTime moment) {
            return DSL.val(moment, JavaTimeBinding.MOMENT);
        }
    }

    /** True or false. */
    record OfTruth(Field<Boolean> field) implements Operand {

        @Override
        public Operand least() {
            throw new IllegalArgumentException("truths have no least");
        }

        @Override
        public Operand greatest() {
            throw new IllegalArgumentException("truths have no greatest");
        }

        @Override
        public OfTruth when(Condition condition) {
            return new OfTruth(DSL.when(condition, field));
        }

        @Override
        public OfTruth at(Name column) {
            return new OfTruth(DSL.field(column, field.getDataType()));
        }

        @Override
        public Condition compare(Comparison comparison, Value value) {
            if (value instanceof Value.Truth truth) {
                return compared(field, comparison, DSL.val(truth.truth()));
            }
            throw mismatch(value);
        }

        @Override
        public Condition in(List<Value> values) {
            return DSL.or(
                    values.stream().distinct().map(v -> compare(Comparison.EQUAL, v)).toList());
        }
    }

    /** Returns the condition that a field compares so with a value. */
    static <T> Condition compared(Field<T> field, Comparison comparison, Field<T> value) {
        return switch (comparison) {
            case EQUAL -> field.eq(value);
            case NOT_EQUAL -> field.ne(value);
            case LESS -> field.lt(value);
            case AT_MOST -> field.le(value);
            case GREATER -> field.gt(value);
            case AT_LEAST -> field.ge(value);
        };
    }

    /** More values of a list than these go to the engine together. */
    int FEW = 500;

    /** Returns the day that a value is; relative days count from {@code today}. */
    static LocalDate day(Value value, LocalDate today) {
        return switch (value) {
            case Value.Day day -> day.day();
            case Value.Ago ago -> ago.before(today);
            case Value.Number n -> throw mismatch(value);
            case Value.Text t -> throw mismatch(value);
            case Value.Moment m -> throw mismatch(value);
            case Value.Truth t -> throw mismatch(value);
        };
    }

    private static IllegalArgumentException mismatch(Value value) {
        return new IllegalArgumentException("a value of another type: " + value);
    }
}
