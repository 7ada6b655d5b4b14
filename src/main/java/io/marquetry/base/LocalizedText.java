package io.marquetry.base;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name or sentence that users wrote, in one or more languages.
 *
 * @param byLanguage text by ISO 639 language code ({@code en}, {@code zh}); at least one, none
 *     blank
 */
public record LocalizedText(SortedMap<String, String> byLanguage) {

    /** Copies the texts and refuses an empty map, blank texts and malformed language codes. */
    public LocalizedText {
        TreeMap<String, String> copy = new TreeMap<>(byLanguage);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        copy.forEach(
                (language, text) -> {
                    if (!language.matches("[a-z]{2,3}") || text.isBlank()) {
                        throw new IllegalArgumentException("not a text in a language: " + language);
                    }
                });
        byLanguage = Collections.unmodifiableSortedMap(copy);
    }

    /** Makes a text in one language. */
    public static LocalizedText of(Locale language, String text) {
        return new LocalizedText(new TreeMap<>(Map.of(language.getLanguage(), text)));
    }

    /** Makes a text in English and Chinese. */
    public static LocalizedText of(String english, String chinese) {
        return new LocalizedText(new TreeMap<>(Map.of("en", english, "zh", chinese)));
    }

    /** Returns the text in the wanted language, else in English, else in any. */
    public String in(Locale wanted) {
        String text = byLanguage.get(wanted.getLanguage());
        if (text == null) {
            text = byLanguage.get("en");
        }
        return text != null ? text : byLanguage.values().iterator().next();
    }

    /** Returns this text with the words of one language replaced. */
    public LocalizedText with(Locale language, String text) {
        TreeMap<String, String> copy = new TreeMap<>(byLanguage);
        copy.put(language.getLanguage(), text);
        return new LocalizedText(copy);
    }
}
