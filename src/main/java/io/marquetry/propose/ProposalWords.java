package io.marquetry.propose;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;

import java.util.List;
import java.util.TreeMap;

/** Names proposed tags in every language that the product is complete in. */
final class ProposalWords {

    private static final List<Texts> LANGUAGES = Texts.LANGUAGES.stream().map(Texts::in).toList();

    private ProposalWords() {}

    /** Returns a name in every language; the arguments stand as they are. */
    static LocalizedText of(String key, Object... args) {
        TreeMap<String, String> words = new TreeMap<>();
        LANGUAGES.forEach(
                texts -> words.put(texts.locale().getLanguage(), texts.get(key, args).strip()));
        return new LocalizedText(words);
    }

    /** Returns words that are the same in every language. */
    static LocalizedText same(String words) {
        TreeMap<String, String> all = new TreeMap<>();
        LANGUAGES.forEach(texts -> all.put(texts.locale().getLanguage(), words));
        return new LocalizedText(all);
    }

    /**
     * Returns the name of a column as people read it: {@code zip_code} becomes {@code Zip code}.
     */
    static String label(String name) {
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
