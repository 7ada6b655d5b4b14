package io.marquetry.tag;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the key that somebody may have meant. */
public final class SimilarKeys {

    private SimilarKeys() {}

    /**
     * Returns the key that takes the fewest changes of one character to be reached from what was
     * typed, if they are few: at most a third of what was typed. Among equals the first in order.
     */
    public static Optional<TagKey> nearest(String typed, Collection<TagKey> keys) {
        return nearestWord(typed, keys.stream().map(TagKey::value).toList()).map(TagKey::new);
    }

    /** Returns the word that somebody may have meant, as above. */
    public static Optional<String> nearestWord(String typed, Collection<String> words) {
        int most = Math.max(1, typed.length() / 3);
        return words.stream()
                .map(word -> new Near(word, distance(typed, word)))
                .filter(near -> near.changes() <= most)
                .min(Comparator.comparingInt(Near::changes).thenComparing(Near::word))
                .map(Near::word);
    }

    /**
     * The Levenshtein distance, by rows: R. A. Wagner, M. J. Fischer: The String-to-String
     * Correction Problem, JACM 21 (1974).
     */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private record Near(String word, int changes) {}
}
