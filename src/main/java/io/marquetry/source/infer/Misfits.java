package io.marquetry.source.infer;

import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.List;

/** The first cells of a column that are not what most of its cells are. */
final class Misfits {

    private static final int KEPT = 3;
    private static final int SHOWN = 40;
    private static final int MANY = 1_000;
    private static final int MANY_TIMES = 4;

    private final List<String> cells = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long fits;
    private long others;

    void add(boolean fit, String cell, long line) {
        if (fit) {
            fits++;
            return;
        }
        others++;
        if (cells.size() < KEPT) {
            cells.add(cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…");
            lines.add(line);
        }
    }

    /** Returns whether most cells fit, or all but those that say there is no value. */
    boolean areFew() {
        boolean words = fits > 0 && cells.stream().allMatch(MissingWords::is);
        return others > 0 && (fits > others || words);
    }

    /** Returns whether so few cells fit among many that nobody asks how many do. */
    boolean areMost() {
        return others > MANY && others > MANY_TIMES * fits;
    }

    long others() {
        return others;
    }

    List<String> cells() {
        return cells;
    }

    /** Returns the sentence that names the first of them. */
    Problem sentence(String key, String column) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            shown.append(i == 0 ? "" : ", ").append(lines.get(i)).append(": ").append(cells.get(i));
        }
        return Problem.of(key, column, fits, fits + others, shown.toString());
    }
}
