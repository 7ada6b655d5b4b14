package io.marquetry.source.cell;

import io.marquetry.base.VisibleText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads numbers as people write them. */
public final class Numbers {

    private static final int MAX_DIGITS = 38;
    private static final int LONGEST = 64;

    private static final Set<String> CODES =
            Set.of(
                    "EUR", "USD", "GBP", "CHF", "CNY", "RMB", "JPY", "HKD", "TWD", "NTD", "KRW",
                    "INR", "RUB", "BRL", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
                    "HUF", "TRY", "MXN", "SGD", "THB", "ZAR", "AED", "SAR", "ILS", "VND", "IDR",
                    "MYR", "PHP", "UAH");

    /** The longer come first: they end as the shorter do. */
    private static final List<String> SIGNS =
            List.of(
                    "HK$", "NT$", "US$", "AU$", "CA$", "A$", "C$", "R$", "S$", "Fr.", "Rs.", "Rs",
                    "zł", "Kč", "kr.", "kr", "元", "円", "원", "%");

    private Numbers() {}

    /**
     * A number and what stood beside it.
     *
     * @param unit empty: nothing
     */
    public record Found(BigDecimal value, String unit) {}

    /** Returns the number, or null where the text is none of this mark. */
    public static @Nullable Found read(String cell, DecimalMark mark) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String text = VisibleText.narrow(cell).replace('\u2212', '-');
        boolean negative = false;
        if (text.length() > 2 && text.charAt(0) == '(' && text.endsWith(")")) {
            negative = true;
            text = VisibleText.of(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("-")) {
            if (negative) {
                return null;
            }
            negative = true;
            text = VisibleText.of(text.substring(1));
        }
        String unit = leading(text);
        if (!unit.isEmpty()) {
            text = VisibleText.of(text.substring(unit.length()));
            if (text.startsWith("-") && !negative) {
                negative = true;
                text = VisibleText.of(text.substring(1));
            }
        } else {
            unit = trailing(text);
            if (!unit.isEmpty()) {
                text = VisibleText.of(text.substring(0, text.length() - unit.length()));
            }
        }
        if (text.endsWith("-") && !negative) {
            negative = true;
            text = text.substring(0, text.length() - 1);
        }
        BigDecimal number = number(text, mark);
        if (number == null || (negative && number.signum() == 0 && number.scale() == 0)) {
            return null;
        }
        BigDecimal signed = negative ? number.negate() : number;
        return new Found(unit.equals(NumberForm.PER_CENT) ? signed.movePointLeft(2) : signed, unit);
    }

    /** Returns the number of a column, or null where the cell is none. */
    static @Nullable BigDecimal read(String cell, NumberForm form) {
        Found found = read(cell, form.decimals());
        if (found == null) {
            return null;
        }
        boolean bare = found.unit().isEmpty() && (!form.isPerCent() || found.value().signum() == 0);
        return bare || found.unit().equals(form.unit()) ? found.value() : null;
    }

    /** Returns whether it is worth to try: a digit, or what may stand before one. */
    public static boolean mayBegin(String cell) {
        char c = cell.charAt(0);
        return c >= '0' && c <= '9'
                || c == '-'
                || c == '('
                || c == '.'
                || c == ','
                || c == '\u2212'
                || c >= '\uFF01' && c <= '\uFF5E'
                || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static String leading(String text) {
        if (text.isEmpty()) {
            return "";
        }
        for (String sign : SIGNS) {
            if (!sign.equals(NumberForm.PER_CENT) && text.startsWith(sign)) {
                return sign;
            }
        }
        if (Character.getType(text.charAt(0)) == Character.CURRENCY_SYMBOL) {
            return text.substring(0, 1);
        }
        boolean code =
                text.length() > 4
                        && VisibleText.isInvisible(text.charAt(3))
                        && CODES.contains(text.substring(0, 3));
        return code ? text.substring(0, 3) : "";
    }

    private static String trailing(String text) {
        for (String sign : SIGNS) {
            if (text.endsWith(sign)) {
                return sign;
            }
        }
        int length = text.length();
        if (length > 1 && Character.getType(text.charAt(length - 1)) == Character.CURRENCY_SYMBOL) {
            return text.substring(length - 1);
        }
        return length > 3 && CODES.contains(text.substring(length - 3))
                ? text.substring(length - 3)
                : "";
    }

    private static @Nullable BigDecimal number(String text, DecimalMark mark) {
        int at = text.indexOf(mark.mark());
        String whole = at < 0 ? text : text.substring(0, at);
        String decimals = at < 0 ? "" : text.substring(at + 1);
        boolean cut = at >= 0 && (decimals.isEmpty() || !isDigits(decimals));
        String digits = at == 0 ? "0" : ungrouped(whole, mark);
        if (cut || digits == null) {
            return null;
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            return null;
        }
        if (digits.length() + decimals.length() > MAX_DIGITS) {
            return null;
        }
        return new BigDecimal(decimals.isEmpty() ? digits : digits + "." + decimals);
    }

    private static @Nullable String ungrouped(String whole, DecimalMark mark) {
        if (isDigits(whole)) {
            return whole;
        }
        StringBuilder digits = new StringBuilder();
        char between = 0;
        int run = 0;
        // Groups of three, or of two before the last as in India: 12,34,567.
        int group = 0;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                run++;
                continue;
            }
            boolean mayBeBetween =
                    c == mark.group() || c == '\'' || c == '\u2019' || VisibleText.isInvisible(c);
            boolean begins = between == 0 && run >= 1 && run <= 3;
            boolean goesOn =
                    c == between && (group == 0 ? run == 3 || run == 2 && c == ',' : run == group);
            if (!mayBeBetween || !begins && !goesOn) {
                return null;
            }
            group = begins ? 0 : run;
            between = c;
            run = 0;
        }
        boolean leadingZero = !digits.isEmpty() && digits.charAt(0) == '0';
        return run == 3 && !leadingZero ? digits.toString() : null;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
