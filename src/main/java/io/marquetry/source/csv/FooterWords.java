package io.marquetry.source.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells rows that sum up or close a table from those that are in it. */
final class FooterWords {

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
        int space = first.indexOf(' ');
        if (space > 0
                && mayBeWord(first)
                && TOTALS.contains(word(first.substring(0, space)))
                && filled(cells) < columns) {
            return true;
        }
        boolean alone = columns >= 3 && (afterGap || cells.size() == 1);
        boolean sentence = space > 0 || first.indexOf(':') > 0 || first.startsWith("(");
        return alone && sentence && filled(cells) == 1;
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
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
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
