package io.marquetry.cli.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays out rows of text in aligned columns; Chinese characters are two columns wide. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> numbers;

    /**
     * Makes a table.
     *
     * @param titles the columns' titles
     * @param numbers the positions of columns that are aligned to the right, from 0
     */
    public TextTable(List<String> titles, Set<Integer> numbers) {
        this.numbers = Set.copyOf(numbers);
        rows.add(List.copyOf(titles));
    }

    /** Adds a row with as many cells as there are titles. */
    public void add(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("a row has one cell per title");
        }
        rows.add(List.of(cells));
    }

    /** Returns the lines, titles first, without blanks at their ends. */
    public List<String> lines() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(i -> rows.stream().mapToInt(r -> width(r.get(i))).max().orElse(0))
                        .toArray();
        return rows.stream()
                .map(
                        row ->
                                IntStream.range(0, widths.length)
                                        .mapToObj(i -> pad(row.get(i), widths[i], i))
                                        .collect(Collectors.joining(GAP))
                                        .stripTrailing())
                .toList();
    }

    private String pad(String text, int width, int column) {
        String blanks = " ".repeat(width - width(text));
        return numbers.contains(column) ? blanks + text : text + blanks;
    }

    /** Returns how many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default ->
                    (codePoint >= 0x3000 && codePoint <= 0x303F)
                            || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                            || codePoint >= 0x1F300;
        };
    }
}
