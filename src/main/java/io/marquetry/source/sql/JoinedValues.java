package io.marquetry.source.sql;

import java.math.BigDecimal;
import java.util.List;

/**
 * Many values as one text that an engine cuts apart again: one parameter, however many they are.
 *
 * @param text all of them
 * @param mark between two of them; in none of them
 */
public record JoinedValues(String text, String mark) {

    /** Joins values as engines read them. */
    public static JoinedValues of(List<?> values) {
        List<String> texts = values.stream().map(JoinedValues::written).toList();
        String mark = mark(texts);
        return new JoinedValues(String.join(mark, texts), mark);
    }

    private static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String mark(List<String> texts) {
        char mark = '\u001F';
        while (isIn(texts, mark)) {
            mark = mark == '\u0001' ? '\uE000' : (char) (mark > '\u001F' ? mark + 1 : mark - 1);
        }
        return String.valueOf(mark);
    }

    private static boolean isIn(List<String> texts, char mark) {
        for (String text : texts) {
            if (text.indexOf(mark) >= 0) {
                return true;
            }
        }
        return false;
    }
}
