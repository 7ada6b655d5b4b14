package io.marquetry.base;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes short names out of any text: lower-case letters, digits, hyphens and underscores. */
public final class Slug {

    private static final int MAX_LENGTH = 60;

    private Slug() {}

    /**
     * Returns a name that is not taken: the text itself as far as it can be kept, with the first
     * number from 2 that makes it free.
     *
     * @param wanted any text, for example a file's name; its ending is left out
     * @param otherwise stands where nothing of the text can be kept
     */
    public static String free(String wanted, String otherwise, Predicate<String> taken) {
        String kept =
                Normalizer.normalize(wanted, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\.[a-z0-9]{1,7}(\\.gz)?$", "")
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9_-]+", "-")
                        .replaceAll("^[-_]+|-+$", "");
        String base = kept.isEmpty() ? otherwise : kept;
        base = base.substring(0, Math.min(MAX_LENGTH, base.length()));
        String name = base;
        for (int i = 2; taken.test(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
