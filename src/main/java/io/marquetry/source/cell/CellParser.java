package io.marquetry.source.cell;

import io.marquetry.source.AttributeType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * Reads a value of a type from a cell.
 *
 * <ul>
 *   <li>INTEGER: {@code 0}, {@code 42}, {@code -7}; 64 bits, no leading zeros: those are codes
 *   <li>DECIMAL: the same with decimals, as its {@link NumberForm} says; at most 38 digits
 *   <li>BOOLEAN: true, false, yes, no, 是, 否, in any letter case
 *   <li>DATE: as its {@link DateForm} says
 *   <li>DATETIME: a date, then a blank or T, then 8:30, 08:30:15, 08:30:15.123456 or 8:30 PM, with
 *       an offset or without; or a date alone, which is its first moment
 * </ul>
 *
 * @param type of the values
 * @param dates how days are written
 * @param numbers how numbers are written
 * @param zone where times with an offset are looked at; empty: they are no times
 */
public record CellParser(
        AttributeType type, DateForm dates, NumberForm numbers, Optional<ZoneId> zone) {

    private static final int LONGEST_WORD = 5;
    private static final int MAX_DIGITS = 38;
    private static final int MAX_SMALL = 18;

    /** No number of at most {@link #MAX_SMALL} characters is that. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int MAX_WHOLE_DIGITS = 18;

    /** Returns the value as Java's type for it; null if the cell holds no value of the type. */
    public @Nullable Object parse(String cell) {
        return switch (type) {
            case TEXT -> cell;
            case INTEGER -> whole(cell);
            case DECIMAL -> number(cell);
            case DATE -> {
                Temporal read = Dates.said(cell, dates);
                yield read == null ? null : Dates.day(read);
            }
            case DATETIME -> {
                Temporal read = Dates.said(cell, dates);
                yield read == null ? null : Dates.moment(read, zone.orElse(null));
            }
            case BOOLEAN -> truth(cell);
        };
    }

    private @Nullable Long whole(String cell) {
        Long plain = integer(cell);
        if (plain != null) {
            return plain;
        }
        BigDecimal number = Numbers.read(cell, numbers);
        if (number == null || number.scale() > 0 || number.precision() > MAX_WHOLE_DIGITS) {
            return null;
        }
        return number.longValueExact();
    }

    private @Nullable BigDecimal number(String cell) {
        if (numbers.decimals() == DecimalMark.POINT && !numbers.isPerCent()) {
            BigDecimal plain = decimal(cell);
            if (plain != null) {
                return plain;
            }
        }
        return Numbers.read(cell, numbers);
    }

    /** Returns whether a text means yes or no; null: neither. */
    public static @Nullable Boolean truth(String text) {
        if (text.length() > LONGEST_WORD) {
            return null;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equals("是")) {
            return true;
        }
        boolean no =
                text.equalsIgnoreCase("false") || text.equalsIgnoreCase("no") || text.equals("否");
        return no ? false : null;
    }

    public static @Nullable Long integer(String text) {
        if (text.length() <= MAX_SMALL) {
            long small = small(text);
            return small == NONE || text.indexOf('.') >= 0 ? null : Long.valueOf(small);
        }
        if (!isNumber(text) || text.length() > 20 || text.indexOf('.') >= 0) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    public static @Nullable BigDecimal decimal(String text) {
        if (text.length() <= MAX_SMALL) {
            long small = small(text);
            int at = text.indexOf('.');
            return small == NONE
                    ? null
                    : BigDecimal.valueOf(small, at < 0 ? 0 : text.length() - at - 1);
        }
        if (!isNumber(text) || text.length() > MAX_DIGITS + 3) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.max(number.precision(), number.scale()) > MAX_DIGITS ? null : number;
    }

    /**
     * Returns whether it is written as a number: {@code -?(0|[1-9]\d*)(\.\d+)?}, not minus zero.
     */
    private static boolean isNumber(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int i = digits(text, start);
        if (i == start || (text.charAt(start) == '0' && i > start + 1)) {
            return false;
        }
        if (i == length) {
            return start == 0 || text.charAt(start) != '0';
        }
        return text.charAt(i) == '.' && i + 1 < length && digits(text, i + 1) == length;
    }

    /**
     * Returns a short number without its point, or {@link #NONE} where it is not written as a
     * number: most cells of most files are read here, in one pass and without an object.
     */
    public static long small(String text) {
        int length = text.length();
        boolean negative = length > 0 && text.charAt(0) == '-';
        int start = negative ? 1 : 0;
        if (length == start || length > MAX_SMALL) {
            return NONE;
        }
        long value = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = 10 * value + (c - '0');
            } else if (c == '.' && point < 0 && i > start && i + 1 < length) {
                point = i;
            } else {
                return NONE;
            }
        }
        int whole = (point < 0 ? length : point) - start;
        boolean zero = text.charAt(start) == '0';
        if (zero && (whole > 1 || (negative && point < 0))) {
            return NONE;
        }
        return negative ? -value : value;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
