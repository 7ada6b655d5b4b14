package io.marquetry.source.sql;

import io.marquetry.tag.Comparison;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How an engine keeps a number, and with that how it is compared exactly. */
public sealed interface NumberKind {

    /** Returns the condition that the field compares so with the value. */
    Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value);

    /** Returns the condition that the field is one of the values, which are distinct. */
    Condition in(Field<BigDecimal> field, List<BigDecimal> values, Dialect dialect);

    /** Returns how it keeps the sum of such numbers. */
    default NumberKind summed() {
        return this;
    }

    /** The engine compares any two numbers exactly. */
    record Any() implements NumberKind {

        @Override
        public Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value) {
            return Operand.compared(field, comparison, DSL.val(value, SQLDataType.NUMERIC));
        }

        @Override
        public Condition in(Field<BigDecimal> field, List<BigDecimal> values, Dialect dialect) {
            if (values.size() > Operand.FEW) {
                return dialect.isOneOf(field, values, SQLDataType.NUMERIC);
            }
            return field.in(values.stream().map(v -> DSL.val(v, SQLDataType.NUMERIC)).toList());
        }
    }

    /**
     * At most 38 digits, of which some are behind the point. The engine would bring both sides to
     * one scale, for which there may be no room: so the value is brought to the field's.
     *
     * @param bits how many its digits take at most, as a whole number without its sign
     */
    record Fixed(int scale, int bits) implements NumberKind {

        private static final int MAX_DIGITS = 38;
        private static final int MAX_BITS = 127;

        public Fixed(int scale) {
            this(scale, MAX_BITS);
        }

        @Override
        public NumberKind summed() {
            return new Fixed(scale);
        }

        @Override
        public Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value) {
            BigDecimal floor = value.setScale(scale, RoundingMode.FLOOR);
            if (!hasRoomFor(floor)) {
                return beyond(comparison, value.signum());
            }
            boolean between = floor.compareTo(value) != 0;
            return switch (comparison) {
                case EQUAL -> between ? DSL.falseCondition() : field.eq(bound(floor));
                case NOT_EQUAL -> between ? DSL.trueCondition() : field.ne(bound(floor));
                case LESS -> between ? field.le(bound(floor)) : field.lt(bound(floor));
                case AT_MOST -> field.le(bound(floor));
                case GREATER -> field.gt(bound(floor));
                case AT_LEAST -> between ? field.gt(bound(floor)) : field.ge(bound(floor));
            };
        }

        @Override
        public Condition in(Field<BigDecimal> field, List<BigDecimal> values, Dialect dialect) {
            List<BigDecimal> bounds =
                    values.stream()
                            .map(v -> v.stripTrailingZeros())
                            .filter(v -> v.scale() <= scale)
                            .map(v -> v.setScale(scale))
                            .filter(this::hasRoomFor)
                            .toList();
            if (bounds.size() > Operand.FEW) {
                return dialect.isOneOf(field, bounds, SQLDataType.NUMERIC(MAX_DIGITS, scale));
            }
            // All of one type, which some engines ask of a list.
            boolean isWhole = bounds.stream().allMatch(this::isLong);
            return field.in(bounds.stream().map(v -> isWhole ? bound(v) : decimal(v)).toList());
        }

        private boolean hasRoomFor(BigDecimal value) {
            return value.precision() <= MAX_DIGITS && value.unscaledValue().bitLength() <= bits;
        }

        private boolean isLong(BigDecimal value) {
            return scale == 0 && value.unscaledValue().bitLength() < Long.SIZE;
        }

        private Field<BigDecimal> bound(BigDecimal value) {
            return isLong(value)
                    ? DSL.val(value.unscaledValue().longValueExact(), SQLDataType.BIGINT)
                            .coerce(SQLDataType.NUMERIC)
                    : decimal(value);
        }

        private static Field<BigDecimal> decimal(BigDecimal value) {
            return DSL.val(value, SQLDataType.NUMERIC);
        }

        private static Condition beyond(Comparison comparison, int sign) {
            return switch (comparison) {
                case EQUAL -> DSL.falseCondition();
                case NOT_EQUAL -> DSL.trueCondition();
                case LESS, AT_MOST -> sign > 0 ? DSL.trueCondition() : DSL.falseCondition();
                case GREATER, AT_LEAST -> sign < 0 ? DSL.trueCondition() : DSL.falseCondition();
            };
        }
    }

    /** A binary fraction, as files hold that others wrote: the value becomes one, too. */
    record Floating() implements NumberKind {

        @Override
        public Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value) {
            return Operand.compared(
                    field.coerce(SQLDataType.DOUBLE),
                    comparison,
                    DSL.val(value.doubleValue(), SQLDataType.DOUBLE));
        }

        @Override
        public Condition in(Field<BigDecimal> field, List<BigDecimal> values, Dialect dialect) {
            if (values.size() > Operand.FEW) {
                List<Double> fractions =
                        values.stream().map(BigDecimal::doubleValue).distinct().toList();
                return dialect.isOneOf(
                        field.coerce(SQLDataType.DOUBLE), fractions, SQLDataType.DOUBLE);
            }
            return DSL.or(values.stream().map(v -> compare(field, Comparison.EQUAL, v)).toList());
        }
    }
}
