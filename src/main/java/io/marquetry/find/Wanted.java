package io.marquetry.find;

import io.marquetry.base.VisibleText;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The words that somebody looks for. All of them have to stand in what is found, in any order, and
 * are compared as {@link VisibleText#folded} sees them.
 */
public final class Wanted {

    private static final int WHOLE = 0;
    private static final int BEGINS = 1;
    private static final int BEGINS_A_WORD = 2;
    private static final int INSIDE = 3;

    private final List<String> words;

    /** Takes the words as they were typed. */
    public Wanted(String typed) {
        words =
                Arrays.stream(VisibleText.folded(typed).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Returns whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Returns whether all words stand in a text that was folded before. */
    public boolean isIn(String folded) {
        for (String word : words) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns how well the words fit something that is called so in several ways: 0 is best; empty
     * where a word stands nowhere in them.
     */
    public OptionalInt fit(Stream<String> names) {
        List<String> plain = names.map(VisibleText::folded).toList();
        int worst = WHOLE;
        for (String word : words) {
            OptionalInt best = plain.stream().flatMapToInt(name -> fit(word, name).stream()).min();
            if (best.isEmpty()) {
                return best;
            }
            worst = Math.max(worst, best.getAsInt());
        }
        return OptionalInt.of(worst);
    }

    private static OptionalInt fit(String word, String name) {
        int at = name.indexOf(word);
        if (at < 0) {
            return OptionalInt.empty();
        }
        if (at == 0) {
            return OptionalInt.of(name.length() == word.length() ? WHOLE : BEGINS);
        }
        boolean begins = !Character.isLetterOrDigit(name.codePointBefore(at));
        return OptionalInt.of(begins ? BEGINS_A_WORD : INSIDE);
    }
}
