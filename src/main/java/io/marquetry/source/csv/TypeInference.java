package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the narrowest type that all values of a column have. */
final class TypeInference {

    private static final List<DateOrder> ORDERS =
            List.of(DateOrder.YEAR_FIRST, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST);

    private final Set<AttributeType> possible =
            EnumSet.of(AttributeType.BOOLEAN, AttributeType.INTEGER, AttributeType.DECIMAL);
    private final Set<DateOrder> days = EnumSet.copyOf(ORDERS);
    private final Set<DateOrder> moments = EnumSet.copyOf(ORDERS);
    private boolean seen;
    private int scale;
    private int wholeDigits;

    /** Takes a value into account; not for missing ones. */
    void add(String cell) {
        seen = true;
        String text = cell.strip();
        addNumber(text);
        if (possible.contains(AttributeType.BOOLEAN) && CellParser.truth(text) == null) {
            possible.remove(AttributeType.BOOLEAN);
        }
        if (!days.isEmpty()) {
            days.removeIf(order -> Dates.day(text, order) == null);
        }
        if (!moments.isEmpty()) {
            moments.removeIf(order -> Dates.moment(text, order) == null);
        }
    }

    private void addNumber(String text) {
        if (CellParser.integer(text) != null) {
            wholeDigits = Math.max(wholeDigits, text.length());
            return;
        }
        possible.remove(AttributeType.INTEGER);
        BigDecimal number = CellParser.decimal(text);
        if (number == null) {
            possible.remove(AttributeType.DECIMAL);
        } else {
            scale = Math.max(scale, number.scale());
            wholeDigits = Math.max(wholeDigits, number.precision() - number.scale());
        }
    }

    /** Returns the type; TEXT for a column without values. */
    AttributeType type() {
        if (!seen) {
            return AttributeType.TEXT;
        }
        // From narrow to wide: whole numbers are decimal ones too, and days are moments.
        for (AttributeType type : possible) {
            boolean tooWide = type == AttributeType.DECIMAL && scale + wholeDigits > 38;
            if (!tooWide) {
                return type;
            }
        }
        if (isSure(days)) {
            return AttributeType.DATE;
        }
        return isSure(moments) ? AttributeType.DATETIME : AttributeType.TEXT;
    }

    /** Returns how the column writes days, where it holds any. */
    DateOrder dates() {
        return switch (type()) {
            case DATE -> days.iterator().next();
            case DATETIME -> moments.iterator().next();
            case TEXT, INTEGER, DECIMAL, BOOLEAN -> DateOrder.YEAR_FIRST;
        };
    }

    /**
     * Nobody can tell 01/02/2017 from 02/01/2017: where both fit all values, people have to say.
     */
    private static boolean isSure(Set<DateOrder> orders) {
        return orders.size() == 1;
    }

    /** Returns the most digits after the point among the column's numbers. */
    int scale() {
        return scale;
    }
}
