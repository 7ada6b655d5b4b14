package io.marquetry.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers as RFC 8785, section 3.2.2.3, wants them: as ECMAScript's {@code
 * Number.prototype.toString} does (ECMA-262, 6.1.6.1.20), with the fewest digits that tell the
 * number from its neighbours.
 */
final class CanonicalNumber {

    private CanonicalNumber() {}

    /** Returns the canonical text of a finite number. */
    static String write(double number) {
        if (number == 0) {
            return "0";
        }
        String sign = number < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        // Where the decimal point stands, counted from the first digit.
        int point = digits.length() - shortest.scale();
        return sign + placed(digits, point);
    }

    private static String placed(String digits, int point) {
        int length = digits.length();
        if (point > 21 || point <= -6) {
            int exponent = point - 1;
            return (length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1))
                    + (exponent < 0 ? "e-" : "e+")
                    + Math.abs(exponent);
        }
        if (point >= length) {
            return digits + "0".repeat(point - length);
        }
        return point > 0
                ? digits.substring(0, point) + "." + digits.substring(point)
                : "0." + "0".repeat(-point) + digits;
    }

    /** Java never writes fewer than two digits, and takes the nearest of two where one would do. */
    private static BigDecimal shortest(double number) {
        BigDecimal java = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (java.precision() == 2) {
            BigDecimal one =
                    new BigDecimal(number).round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == number) {
                return one.stripTrailingZeros();
            }
        }
        return java;
    }
}
