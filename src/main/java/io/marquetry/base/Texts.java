package io.marquetry.base;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The visible words of the product in one language, from the bundles {@code i18n/messages}. */
public final class Texts {

    /** The languages the product is complete in; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** Brackets, commas and stops as Chinese is written. */
    private static final Set<Character.UnicodeBlock> CHINESE_SIGNS =
            Set.of(
                    Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
                    Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    /** A blank between a Chinese character and a place, and the other way round. */
    private static final Pattern BEFORE =
            Pattern.compile("(?<=\\p{IsHan}) \\{(\\d{1,2})}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern BEHIND =
            Pattern.compile("\\{(\\d{1,2})} (?=\\p{IsHan})", Pattern.UNICODE_CHARACTER_CLASS);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final FieldNames names;
    private @Nullable KnownWords known;

    private Texts(Locale locale, FieldNames names) {
        this.locale = locale;
        this.names = names;
        this.bundle = ResourceBundle.getBundle("i18n.messages", locale, new Bundles());
    }

    /** Returns the texts for the offered language nearest to {@code wanted}: Chinese or English. */
    public static Texts in(Locale wanted) {
        return new Texts(offered(wanted), FieldNames.NONE);
    }

    private static Locale offered(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** Returns these texts with fields and events called as people call them. */
    public Texts calling(FieldNames other) {
        return new Texts(locale, other);
    }

    /** Returns the same words in another language. */
    public Texts alsoIn(Locale language) {
        return new Texts(offered(language), names);
    }

    /**
     * Returns what people call a field or events: as they said, else by words that everybody knows,
     * else as rules write it.
     */
    public String called(FieldName what) {
        return names.of(what, locale).orElseGet(() -> usuallyCalled(what));
    }

    /** Returns what a field or events are called where nobody said otherwise. */
    public String usuallyCalled(FieldName what) {
        KnownWords words = known;
        if (words == null) {
            words = new KnownWords();
            known = words;
        }
        return words.of(what, locale).orElse(what.name());
    }

    /** Returns what people call a source; its name where nobody knows it. */
    public String source(String name) {
        return names.source(name).orElse(name);
    }

    /** Returns what people call a tag; its key where nobody knows it. */
    public String tag(String key) {
        return names.tag(key, locale).orElse(key);
    }

    /** Returns what people call a field of profiles. */
    public String field(String name) {
        return called(new FieldName.OfProfiles(name));
    }

    /** Returns what people call a kind of events. */
    public String events(String name) {
        return called(new FieldName.Events(name));
    }

    /**
     * Returns what stands in a file in the language of these texts, where everybody knows it: an
     * arm “held out”, the channel “mail”, the sample's own names; else as it stands.
     */
    public String known(String text) {
        return KnownValues.in(this, text);
    }

    /** Returns the language of these texts. */
    public Locale locale() {
        return locale;
    }

    /** Returns the bundle itself, for FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * Returns the text of a key with its places filled; numbers are grouped as the language does.
     *
     * @throws java.util.MissingResourceException if the key is in no bundle, which is a bug
     */
    public String get(String key, Object... args) {
        String pattern = bundle.getString(key);
        return new MessageFormat(closed(pattern, args), locale).format(args);
    }

    /**
     * Between Chinese characters, brackets and stops stands no blank, whatever fills the places.
     */
    private String closed(String pattern, Object... args) {
        if (!locale.getLanguage().equals(Locale.CHINESE.getLanguage()) || args.length == 0) {
            return pattern;
        }
        String before =
                BEFORE.matcher(pattern)
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                isChinese(args, place.group(1), false)
                                                        ? place.group().substring(1)
                                                        : place.group()));
        return BEHIND.matcher(before)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        isChinese(args, place.group(1), true)
                                                ? place.group().stripTrailing()
                                                : place.group()));
    }

    private static boolean isChinese(Object[] args, String place, boolean end) {
        int at = Integer.parseInt(place);
        if (at >= args.length || !(args[at] instanceof String text) || text.isEmpty()) {
            return false;
        }
        int character = end ? text.codePointBefore(text.length()) : text.codePointAt(0);
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                || CHINESE_SIGNS.contains(Character.UnicodeBlock.of(character));
    }

    /**
     * Returns the sentence that tells a problem; problems inside it become sentences, too, and
     * names are told in the language of the sentence.
     */
    public String sentence(Problem problem) {
        return get(problem.key(), problem.args().stream().map(this::told).toArray());
    }

    /** Returns sentences one after the other; Chinese puts no blank between them. */
    public String together(String... sentences) {
        return together(List.of(sentences));
    }

    /** Returns sentences one after the other; Chinese puts no blank between them. */
    public String together(List<String> sentences) {
        return String.join(
                locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "" : " ",
                sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    /** Returns names one after the other, as the language lists them. */
    public String listed(Collection<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(get("rule.comma")));
    }

    private Object told(Object arg) {
        return switch (arg) {
            case Problem inner -> sentence(inner);
            case LocalizedText name -> name.in(locale());
            case List<?> names -> listed(names.stream().map(this::told).toList());
            default -> arg;
        };
    }

    /**
     * Names the bundles that are there: Java would look for those of its own choice in all jars.
     */
    private static final class Bundles extends ResourceBundle.Control {

        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale wanted) {
            return wanted.equals(Locale.ENGLISH)
                    ? List.of(Locale.ROOT)
                    : List.of(wanted, Locale.ROOT);
        }

        @Override
        public @Nullable Locale getFallbackLocale(String baseName, Locale wanted) {
            return null;
        }
    }
}
