package io.marquetry.base;

/** Texts for files that people open in a spreadsheet. */
public final class SpreadsheetText {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /**
     * Returns the text with an apostrophe before it where a spreadsheet would take it for a formula
     * and run it (OWASP, "CSV Injection").
     */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
