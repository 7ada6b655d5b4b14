package io.marquetry.source.columns;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A column whose numbers are added up: as so many of 10 to the -scale, where the scale is that of
 * the first number, as all numbers of a database's column have the same.
 */
final class SummedColumn {

    private static final int UNKNOWN = -1;
    private static final int LONG_BITS = 63;

    private final Attribute attribute;
    private final AtomicInteger scale;

    SummedColumn(Attribute attribute) {
        this.attribute = attribute;
        this.scale = new AtomicInteger(attribute.type() == AttributeType.INTEGER ? 0 : UNKNOWN);
    }

    String column() {
        return attribute.column();
    }

    /** Returns the scale; 0 where there was no number. */
    int scale() {
        return Math.max(0, scale.get());
    }

    /**
     * Reads a cell.
     *
     * @return the number where it does not go into the target; a missing one is 0
     */
    Optional<BigDecimal> read(ResultSet row, int index, long[] target, int at) throws SQLException {
        if (attribute.type() == AttributeType.INTEGER) {
            target[at] = row.getLong(index);
            return Optional.empty();
        }
        BigDecimal number = row.getBigDecimal(index);
        target[at] = 0;
        if (number == null) {
            return Optional.empty();
        }
        if (scale.get() == UNKNOWN && number.scale() >= 0) {
            scale.compareAndSet(UNKNOWN, number.scale());
        }
        if (number.scale() != scale.get() || number.unscaledValue().bitLength() > LONG_BITS) {
            return Optional.of(number);
        }
        target[at] = number.unscaledValue().longValue();
        return Optional.empty();
    }
}
