package io.marquetry.standins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals values out to rows by chance, each as often as told; the same each time. */
final class Deal {

    private final Random random;

    Deal(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /**
     * Gives each row a value.
     *
     * @param counts how often each value occurs; together as often as there are rows
     */
    void out(List<String[]> rows, int column, Map<String, Integer> counts) {
        int dealt = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (dealt != rows.size()) {
            throw new IllegalArgumentException(dealt + " values for " + rows.size() + " rows");
        }
        List<String> values = new ArrayList<>(dealt);
        counts.forEach((value, count) -> values.addAll(Collections.nCopies(count, value)));
        Collections.sort(values);
        Collections.shuffle(values, random);
        for (int i = 0; i < dealt; i++) {
            rows.get(i)[column] = values.get(i);
        }
    }

    /** Returns the rows that hold a value. */
    static List<String[]> where(List<String[]> rows, int column, String value) {
        return rows.stream().filter(row -> value.equals(row[column])).toList();
    }
}
