package io.marquetry.propose;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.source.FieldLabels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Names proposed tags in every language that the product is complete in. */
final class ProposalWords {

    private static final List<Texts> LANGUAGES = Texts.LANGUAGES.stream().map(Texts::in).toList();

    private ProposalWords() {}

    /** Returns a name in every language; the arguments stand as they are. */
    static LocalizedText of(String key, Object... args) {
        TreeMap<String, String> words = new TreeMap<>();
        LANGUAGES.forEach(
                texts ->
                        words.put(
                                texts.locale().getLanguage(),
                                texts.get(key, told(args, texts.locale())).strip()));
        return new LocalizedText(words);
    }

    private static Object[] told(Object[] args, Locale language) {
        return Arrays.stream(args)
                .map(arg -> arg instanceof LocalizedText text ? text.in(language) : arg)
                .toArray();
    }

    /**
     * Returns what people call a column or events: as they said, as is usual, or as it is spelled:
     * {@code shoe_rack} becomes {@code Shoe rack}.
     */
    static LocalizedText label(FieldName what, FieldLabels labels) {
        TreeMap<String, String> words = new TreeMap<>();
        for (Texts texts : LANGUAGES) {
            words.put(
                    texts.locale().getLanguage(),
                    labels.of(what)
                            .map(label -> label.in(texts.locale()))
                            .orElseGet(() -> spelled(texts.usuallyCalled(what))));
        }
        return new LocalizedText(words);
    }

    private static String spelled(String name) {
        String spaced =
                name.replaceAll("(\\p{Ll})(\\p{Lu}\\p{Ll})", "$1 $2")
                        .replaceAll("[_\\s]+", " ")
                        .strip();
        if (spaced.isEmpty()) {
            return name;
        }
        int first = spaced.codePointAt(0);
        return Character.toString(Character.toUpperCase(first))
                + spaced.substring(Character.charCount(first));
    }
}
