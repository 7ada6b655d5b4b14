package io.marquetry.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Words that the columns of customer files are named by, in both languages: {@code custom_city} is
 * “City” and “城市”. A name is known where each of its words is; who wrote it (“custom_”, “user_”)
 * does not count.
 */
public final class KnownWords implements FieldNames {

    private static final String FAMILY = "word.";
    private static final int LONGEST = 3;
    private static final Set<String> SAYS_WHOSE =
            Set.of(
                    "custom",
                    "customer",
                    "cust",
                    "user",
                    "usr",
                    "client",
                    "member",
                    "profile",
                    "person",
                    "attr",
                    "attribute",
                    "field",
                    "col",
                    "fld",
                    "crm");

    private final Map<Locale, ResourceBundle> bundles = new HashMap<>();
    private final Map<String, String> byWords = new HashMap<>();

    /** Takes the words of the bundles. */
    KnownWords() {
        for (Locale language : Texts.LANGUAGES) {
            ResourceBundle bundle = Texts.in(language).bundle();
            bundles.put(language, bundle);
            for (String key : bundle.keySet()) {
                if (key.startsWith(FAMILY)) {
                    String known = key.substring(FAMILY.length());
                    byWords.put(known, known);
                    byWords.put(joined(words(bundle.getString(key))), known);
                }
            }
        }
    }

    @Override
    public Optional<String> of(FieldName what, Locale language) {
        List<String> known = known(words(what.name()));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        boolean chinese = language.getLanguage().equals("zh");
        ResourceBundle bundle =
                bundles.getOrDefault(
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                        Texts.in(language).bundle());
        List<String> said = new ArrayList<>();
        for (String word : known) {
            String text =
                    bundle.containsKey(FAMILY + word) ? bundle.getString(FAMILY + word) : word;
            said.add(said.isEmpty() || chinese ? text : inside(text));
        }
        if (what instanceof FieldName.Events && !chinese) {
            said.set(0, inside(said.getFirst()));
        }
        return Optional.of(String.join(chinese ? "" : " ", said));
    }

    /** Returns the words as the bundles know them; none where one of them is unknown. */
    private List<String> known(List<String> words) {
        int from = 0;
        while (from < words.size() - 1
                && SAYS_WHOSE.contains(words.get(from))
                && !byWords.containsKey(joined(words.subList(from, words.size())))) {
            from++;
        }
        List<String> found = new ArrayList<>();
        while (from < words.size()) {
            int to = Math.min(words.size(), from + LONGEST);
            while (to > from && !byWords.containsKey(joined(words.subList(from, to)))) {
                to--;
            }
            if (to > from) {
                found.add(byWords.getOrDefault(joined(words.subList(from, to)), ""));
                from = to;
            } else if (!found.isEmpty() && words.get(from).matches("\\d{1,4}")) {
                found.add(words.get(from));
                from++;
            } else {
                return List.of();
            }
        }
        return found;
    }

    private static String inside(String word) {
        boolean initials = word.length() > 1 && Character.isUpperCase(word.charAt(1));
        return initials ? word : word.toLowerCase(Locale.ENGLISH);
    }

    private static List<String> words(String name) {
        return Arrays.stream(
                        name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2")
                                .replaceAll("(\\p{Ll})(\\d)", "$1 $2")
                                .toLowerCase(Locale.ROOT)
                                .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(List<String> words) {
        return String.join("_", words);
    }
}
