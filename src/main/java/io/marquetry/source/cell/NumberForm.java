package io.marquetry.source.cell;

/**
 * How a column writes its numbers. Blanks, apostrophes and the other mark may stand between groups
 * of three digits; a minus may be brackets around the number or stand behind it.
 *
 * @param decimals what stands before the decimals
 * @param unit the currency sign or code that may stand beside a number, or {@code %}, which has to;
 *     empty: none may
 */
public record NumberForm(DecimalMark decimals, String unit) {

    /** A part of a hundred: 15 % is 0.15. */
    public static final String PER_CENT = "%";

    /** As programs write numbers. */
    public static final NumberForm PLAIN = new NumberForm(DecimalMark.POINT, "");

    /** Returns whether numbers are parts of a hundred. */
    public boolean isPerCent() {
        return unit.equals(PER_CENT);
    }

    /** Returns a number as it is written so. */
    public String example() {
        return isPerCent() || unit.isEmpty()
                ? decimals.example() + unit
                : unit + " " + decimals.example();
    }
}
