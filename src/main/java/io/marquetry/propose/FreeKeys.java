package io.marquetry.propose;

import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes keys that no tag has, from words that need not be Latin. */
final class FreeKeys {

    private static final int MAX_DIMENSION = 20;
    private static final int MAX_ATTRIBUTE = 24;

    private final Set<String> taken = new HashSet<>();

    FreeKeys(TagCatalog tags) {
        tags.tags().forEach(tag -> taken.add(tag.key().value()));
    }

    /**
     * Returns a key that is free, and keeps it.
     *
     * @param dimension what the tag looks at; a column's name
     * @param place the column's place from 1, for names without a Latin letter
     * @param attribute what the tag asks for
     */
    TagKey next(String dimension, int place, String attribute) {
        String middle = latin(dimension);
        if (middle.isEmpty() || !Character.isLetter(middle.charAt(0))) {
            middle = "column" + place + middle;
        }
        String last = cut(latin(attribute), MAX_ATTRIBUTE);
        String base = "user_" + cut(middle, MAX_DIMENSION) + "_";
        String key = base + (last.isEmpty() ? "1" : last);
        for (int i = 2; !taken.add(key); i++) {
            key = base + (last.isEmpty() ? "" : cut(last, MAX_ATTRIBUTE - 4) + "x") + i;
        }
        return new TagKey(key);
    }

    private static String latin(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "");
    }

    private static String cut(String part, int length) {
        return part.length() <= length ? part : part.substring(0, length);
    }
}
