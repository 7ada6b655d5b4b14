package io.marquetry.source.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells rows that sum up or close a table from those that are in it. */
public final class FooterWords {

    private static final Set<String> TOTALS =
            Set.of(
                    "total",
                    "totals",
                    "grand total",
                    "subtotal",
                    "sub-total",
                    "sub total",
                    "sum",
                    "overall total",
                    "summe",
                    "gesamt",
                    "gesamtsumme",
                    "insgesamt",
                    "zwischensumme",
                    "somme",
                    "total général",
                    "sous-total",
                    "totale",
                    "totaal",
                    "итого",
                    "всего",
                    "合计",
                    "合計",
                    "总计",
                    "總計",
                    "总和",
                    "小计",
                    "小計",
                    "共计",
                    "共計",
                    "汇总",
                    "総計",
                    "합계",
                    "총계");

    private static final String BEGINNINGS = "TtGgSsOoIiZzИиВв合总總小共汇総합총";
    private static final int LONGEST = 20;

    /** What systems of old wrote behind the last byte of a text. */
    private static final String END_OF_FILE = "\u001A";

    private static final String LINES = "-=+_:|─━═│┃┼╪╬├┤╞╡┌┬┐└┴┘";
    private static final int SHORTEST_LINE = 3;

    private FooterWords() {}

    /** Returns whether the first cell with a value is a word for a total. */
    static boolean isTotal(List<String> cells) {
        String first = first(cells);
        return mayBeWord(first) && first.length() <= LONGEST && TOTALS.contains(word(first));
    }

    private static boolean mayBeWord(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

    /** Returns whether a row without any further row behind it stands below the table. */
    static boolean mayBeBelow(List<String> cells, int columns, boolean afterGap) {
        String first = first(cells);
        if (isTotal(cells)) {
            return true;
        }
        if (mayBeWord(first) && filled(cells) < columns && beginsWithTotal(first)) {
            return true;
        }
        int space = first.indexOf(' ');
        boolean comment = first.startsWith("#") && columns >= 2 && filled(cells) == 1;
        boolean single = cells.size() == 1;
        boolean alone = columns >= 3 ? afterGap || single : columns == 2 && afterGap && single;
        boolean sentence = space > 0 || first.indexOf(':') > 0 || first.startsWith("(");
        return comment || alone && sentence && filled(cells) == 1;
    }

    /** Total of May, Grand total (all shops). */
    private static boolean beginsWithTotal(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        for (int i = lower.indexOf(' '); i > 0; i = lower.indexOf(' ', i + 1)) {
            if (TOTALS.contains(word(lower.substring(0, i)))) {
                return true;
            }
        }
        return false;
    }

    static int filled(List<String> cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled;
    }

    static boolean isEmpty(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty() && !cell.equals(END_OF_FILE)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the row is a line drawn between others: {@code ----+-----}. */
    public static boolean isRuler(List<String> cells) {
        boolean drawn = false;
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                if (LINES.indexOf(cell.charAt(i)) < 0) {
                    return false;
                }
            }
            drawn |= cell.length() >= SHORTEST_LINE;
        }
        return drawn;
    }

    private static String first(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return cell;
            }
        }
        return "";
    }

    private static String word(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return word.endsWith(":") || word.endsWith("：")
                ? word.substring(0, word.length() - 1).strip()
                : word;
    }
}
