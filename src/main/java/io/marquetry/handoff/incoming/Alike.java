package io.marquetry.handoff.incoming;

import java.util.Locale;
import java.util.stream.Collectors;

/** Tells how far two names are from each other; signs and letter case do not count. */
final class Alike {

    private Alike() {}

    /**
     * Returns 0 for the same name, 1 where one holds the other, else one more than the number of
     * letters to add, drop or change (Levenshtein).
     */
    static int distance(String one, String other) {
        return between(plain(one), plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int between(String one, String other) {
        if (one.contains(other) || other.contains(one)) {
            return one.equals(other) ? 0 : 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return 1 + row[other.length()];
    }
}
