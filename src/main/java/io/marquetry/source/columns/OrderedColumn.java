package io.marquetry.source.columns;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.BitSet;
import java.util.List;

/** A column of numbers, days, moments or truths. */
final class OrderedColumn implements Column {

    private static final int MICROS = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int LONG_BITS = 63;

    /** Seconds whose microseconds still fit. */
    private static final long FAR = Long.MAX_VALUE / MICROS_PER_SECOND - 1;

    private final AttributeType type;
    private final LocalDate today;
    private final NumberLine line;
    private final LongSteps units;
    private final LeafBits leaves;
    private volatile @Nullable Scaled scaled;

    OrderedColumn(AttributeType type, LocalDate today, NumberLine line, List<TagRule> leaves) {
        this.type = type;
        this.today = today;
        this.line = line;
        this.units = line.steps(type == AttributeType.DATETIME ? MICROS : 0);
        this.leaves = new LeafBits(leaves.size(), line.codes());
        BitSet[] holding = new BitSet[line.codes()];
        for (int code = 0; code < holding.length; code++) {
            holding[code] = new BitSet(leaves.size());
        }
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            BitSet codes = codes(leaves.get(leaf));
            int number = leaf;
            codes.stream().forEach(code -> holding[code].set(number));
        }
        for (int code = 0; code < holding.length; code++) {
            this.leaves.set(code, holding[code]);
        }
    }

    @Override
    public LeafBits leaves() {
        return leaves;
    }

    /** Returns the known codes that compare so with the value. */
    BitSet codes(Comparison comparison, Value value) {
        CodeRange range = range(value);
        BitSet codes = new BitSet(line.codes());
        for (int code = MISSING + 1; code < line.codes(); code++) {
            codes.set(code, comparison.holds(range.compare(code)));
        }
        return codes;
    }

    @Override
    public int code(ResultSet row, int index) throws SQLException {
        return switch (type) {
            case INTEGER -> {
                long number = row.getLong(index);
                yield number == 0 && row.wasNull() ? MISSING : units.code(number);
            }
            case DECIMAL -> {
                BigDecimal number = row.getBigDecimal(index);
                yield number == null ? MISSING : code(number);
            }
            case DATE -> {
                LocalDate day = row.getObject(index, LocalDate.class);
                yield day == null ? MISSING : units.code(day.toEpochDay());
            }
            case DATETIME -> {
                LocalDateTime moment = row.getObject(index, LocalDateTime.class);
                yield moment == null ? MISSING : code(moment);
            }
            case BOOLEAN -> {
                boolean truth = row.getBoolean(index);
                yield !truth && row.wasNull() ? MISSING : units.code(truth ? 1 : 0);
            }
            case TEXT -> throw new IllegalStateException("texts are no numbers");
        };
    }

    private int code(BigDecimal number) {
        Scaled known = scaled;
        if (known == null) {
            known = new Scaled(number.scale(), line.steps(number.scale()));
            scaled = known;
        }
        return number.scale() == known.scale() && number.unscaledValue().bitLength() <= LONG_BITS
                ? known.steps().code(number.unscaledValue().longValue())
                : line.code(number);
    }

    private int code(LocalDateTime moment) {
        long seconds = moment.toEpochSecond(ZoneOffset.UTC);
        int nanos = moment.get(ChronoField.NANO_OF_SECOND);
        return nanos % NANOS_PER_MICRO == 0 && Math.abs(seconds) < FAR
                ? units.code(seconds * MICROS_PER_SECOND + nanos / NANOS_PER_MICRO)
                : line.code(Extent.number(moment));
    }

    private BitSet codes(TagRule leaf) {
        return switch (leaf) {
            case TagRule.Compare r -> codes(r.comparison(), r.value());
            case TagRule.Between r -> {
                BitSet codes = codes(Comparison.AT_LEAST, r.low());
                codes.and(codes(Comparison.AT_MOST, r.high()));
                yield codes;
            }
            case TagRule.InList r -> {
                BitSet codes = new BitSet(line.codes());
                for (Value value : r.values()) {
                    CodeRange range = range(value);
                    codes.set(range.low(), range.high() + 1);
                }
                yield codes;
            }
            case TagRule.Missing r -> {
                BitSet codes = new BitSet(line.codes());
                codes.set(MISSING);
                yield codes;
            }
            case TagRule.Match r -> throw Leaves.unfit(leaf);
            case TagRule.InLast r -> throw Leaves.unfit(leaf);
            case TagRule.HasTag r -> throw Leaves.unfit(leaf);
            case TagRule.Events r -> throw Leaves.unfit(leaf);
            case TagRule.All r -> throw Leaves.unfit(leaf);
            case TagRule.Any r -> throw Leaves.unfit(leaf);
            case TagRule.Not r -> throw Leaves.unfit(leaf);
        };
    }

    private CodeRange range(Value value) {
        Extent extent = Extent.of(type, value, today);
        int low = line.code(extent.begin());
        return new CodeRange(low, extent.end().map(end -> line.code(end) - 1).orElse(low));
    }

    /** The codes of decimals with one scale, which all values of a database's column have. */
    private record Scaled(int scale, LongSteps steps) {}
}
