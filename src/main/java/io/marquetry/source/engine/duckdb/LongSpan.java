package io.marquetry.source.engine.duckdb;

import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operand;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The whole numbers that satisfy a comparison: those of a span, or those outside it. Numbers count
 * units of their column's last decimal, days are days and moments are microseconds since 1970.
 *
 * @param low the least number of the span
 * @param high the greatest number of the span; below {@code low} for none
 * @param outside whether the others are meant
 */
record LongSpan(long low, long high, boolean outside) {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    boolean holds(long number) {
        return (number >= low && number <= high) != outside;
    }

    /**
     * Returns the numbers of an operand that compare so with a value; empty where the operand is
     * not kept as whole numbers.
     */
    static Optional<LongSpan> of(Operand operand, Comparison comparison, Value value) {
        return switch (operand) {
            case Operand.OfNumber number ->
                    number.kind() instanceof NumberKind.Fixed fixed
                            ? Optional.of(number(fixed.scale(), comparison, value))
                            : Optional.empty();
            case Operand.OfDay day -> {
                long point = Operand.day(value, day.today()).toEpochDay();
                yield Optional.of(of(comparison, whole(point), whole(point)));
            }
            case Operand.OfMoment moment -> Optional.of(moment(moment.today(), comparison, value));
            case Operand.OfText text -> Optional.empty();
            case Operand.OfTruth truth -> Optional.empty();
        };
    }

    private static LongSpan number(int scale, Comparison comparison, Value value) {
        BigDecimal units = Operand.OfNumber.number(value).scaleByPowerOfTen(scale);
        return of(
                comparison,
                units.setScale(0, RoundingMode.CEILING).toBigInteger(),
                units.setScale(0, RoundingMode.FLOOR).toBigInteger());
    }

    /** A day covers all its moments. */
    private static LongSpan moment(LocalDate today, Comparison comparison, Value value) {
        if (value instanceof Value.Moment at) {
            LocalDateTime kept = at.moment().truncatedTo(ChronoUnit.MICROS);
            BigInteger floor = micros(kept);
            boolean between = !kept.equals(at.moment());
            return of(comparison, between ? floor.add(BigInteger.ONE) : floor, floor);
        }
        LocalDate day = Operand.day(value, today);
        return of(
                comparison,
                micros(day.atStartOfDay()),
                micros(day.plusDays(1).atStartOfDay()).subtract(BigInteger.ONE));
    }

    /**
     * Returns the numbers that compare so with a value.
     *
     * @param first the first number that is not less than the value
     * @param last the last number that is not greater
     */
    static LongSpan of(Comparison comparison, BigInteger first, BigInteger last) {
        return switch (comparison) {
            case EQUAL -> between(first, last, false);
            case NOT_EQUAL -> between(first, last, true);
            case LESS -> between(LEAST, first.subtract(BigInteger.ONE), false);
            case AT_MOST -> between(LEAST, last, false);
            case GREATER -> between(last.add(BigInteger.ONE), GREATEST, false);
            case AT_LEAST -> between(first, GREATEST, false);
        };
    }

    private static LongSpan between(BigInteger low, BigInteger high, boolean outside) {
        if (low.compareTo(high) > 0 || low.compareTo(GREATEST) > 0 || high.compareTo(LEAST) < 0) {
            return new LongSpan(1, 0, outside);
        }
        return new LongSpan(
                low.max(LEAST).longValueExact(), high.min(GREATEST).longValueExact(), outside);
    }

    private static BigInteger micros(LocalDateTime moment) {
        return whole(moment.toEpochSecond(ZoneOffset.UTC))
                .multiply(whole(1_000_000))
                .add(whole(moment.get(ChronoField.MICRO_OF_SECOND)));
    }

    private static BigInteger whole(long number) {
        return BigInteger.valueOf(number);
    }
}
