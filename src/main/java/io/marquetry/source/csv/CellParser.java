package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a value of a type from a cell. Blanks around it do not matter, except in text.
 *
 * <ul>
 *   <li>INTEGER: {@code 0}, {@code 42}, {@code -7}; 64 bits, no leading zeros: those are codes
 *   <li>DECIMAL: the same with a point and digits behind it; at most 38 digits
 *   <li>BOOLEAN: true, false, yes, no, 是, 否, in any letter case
 *   <li>DATE: as its {@link DateOrder} says
 *   <li>DATETIME: a date, then a blank or T, then 08:30, 08:30:15 or 08:30:15.123456; or a date
 *       alone, which is its first moment
 * </ul>
 */
public final class CellParser {

    private static final Set<String> YES = Set.of("true", "yes", "是");
    private static final Set<String> NO = Set.of("false", "no", "否");
    private static final int LONGEST_WORD = 5;
    private static final int MOST_DIGITS = 38;

    private CellParser() {}

    /**
     * Returns the value as Java's type for it; null if the cell holds no value of the type.
     *
     * @param dates how days are written
     */
    public static @Nullable Object parse(AttributeType type, DateOrder dates, String cell) {
        return switch (type) {
            case TEXT -> cell;
            case INTEGER -> integer(cell.strip());
            case DECIMAL -> decimal(cell.strip());
            case DATE -> Dates.day(cell.strip(), dates);
            case DATETIME -> Dates.moment(cell.strip(), dates);
            case BOOLEAN -> truth(cell.strip());
        };
    }

    static @Nullable Boolean truth(String text) {
        if (text.length() > LONGEST_WORD) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        return NO.contains(word) ? false : null;
    }

    static @Nullable Long integer(String text) {
        if (!isNumber(text) || text.length() > 20 || text.indexOf('.') >= 0) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    static @Nullable BigDecimal decimal(String text) {
        if (!isNumber(text) || text.length() > MOST_DIGITS + 3) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.max(number.precision(), number.scale()) > MOST_DIGITS ? null : number;
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

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
