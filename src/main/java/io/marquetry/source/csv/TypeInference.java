package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** Finds the narrowest type that all values of a column have. */
final class TypeInference {

    /** From narrow to wide: whole numbers are decimal ones too, and days are moments. */
    private static final AttributeType[] NARROW_FIRST = {
        AttributeType.BOOLEAN,
        AttributeType.INTEGER,
        AttributeType.DECIMAL,
        AttributeType.DATE,
        AttributeType.DATETIME
    };

    private final Set<AttributeType> possible = EnumSet.allOf(AttributeType.class);
    private boolean seen;
    private int scale;
    private int wholeDigits;

    /** Takes a value into account; not for missing ones. */
    void add(String cell) {
        seen = true;
        String text = cell.strip();
        addNumber(text);
        dropUnless(AttributeType.BOOLEAN, text);
        dropUnless(AttributeType.DATE, text);
        dropUnless(AttributeType.DATETIME, text);
    }

    private void dropUnless(AttributeType type, String text) {
        if (possible.contains(type) && CellParser.parse(type, text) == null) {
            possible.remove(type);
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
        if (seen) {
            for (AttributeType type : NARROW_FIRST) {
                boolean tooWide = type == AttributeType.DECIMAL && scale + wholeDigits > 38;
                if (possible.contains(type) && !tooWide) {
                    return type;
                }
            }
        }
        return AttributeType.TEXT;
    }

    /** Returns the most digits after the point among the column's numbers. */
    int scale() {
        return scale;
    }
}
