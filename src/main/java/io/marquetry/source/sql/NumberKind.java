package io.marquetry.source.sql;

import io.marquetry.tag.Comparison;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** How an engine keeps a number, and with that how it is compared exactly. */
public sealed interface NumberKind {

    /** Returns the condition that the field compares so with the value. */
    Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value);

    /** Returns the condition that the field is one of the values, which are distinct. */
    Condition in(Field<BigDecimal> field, List<BigDecimal> values, Dialect dialect);

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
     */
    record Fixed(int scale) implements NumberKind {

        private static final int MAX_DIGITS = 38;

        @Override
        public Condition compare(Field<BigDecimal> field, Comparison comparison, BigDecimal value) {
            BigDecimal floor = value.setScale(scale, RoundingMode.FLOOR);
            if (floor.precision() > MAX_DIGITS) {
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
                            .filter(v -> v.precision() <= MAX_DIGITS)
                            .toList();
            return bounds.size() > Operand.FEW
                    ? dialect.isOneOf(field, bounds, SQLDataType.NUMERIC(MAX_DIGITS, scale))
                    : field.in(bounds.stream().map(this::bound).toList());
        }

        private Field<BigDecimal> bound(BigDecimal value) {
            BigInteger digits = value.unscaledValue();
            if (scale == 0 && digits.bitLength() < Long.SIZE) {
                Param<Long> whole = DSL.val(digits.longValueExact(), SQLDataType.BIGINT);
                return whole.coerce(SQLDataType.NUMERIC);
            }
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
