package io.marquetry.base;

/** Texts for files that people open in a spreadsheet. */
public final class SpreadsheetText {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /**
     * Returns whether a spreadsheet would take the text for a formula and run it; some leave spaces
     * out that stand before.
     */
    public static boolean isRun(String text) {
        int from = 0;
        while (from < text.length() && Character.isSpaceChar(text.charAt(from))) {
            from++;
        }
        return from < text.length() && FORMULA.indexOf(text.charAt(from)) >= 0;
    }

    /**
     * Returns the text with an apostrophe before it where a spreadsheet would take it for a formula
     * and run it (OWASP, "CSV Injection"). A text that begins with apostrophes before such a sign
     * gets one more, so that each text can be read back.
     */
    public static String harmless(String text) {
        return isRun(bare(text)) ? "'" + text : text;
    }

    /** Returns the text that was made harmless. */
    public static String meant(String cell) {
        return cell.startsWith("'") && isRun(bare(cell)) ? cell.substring(1) : cell;
    }

    private static String bare(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\'') {
            from++;
        }
        return text.substring(from);
    }
}
