package io.marquetry.ui.tags.form;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A text in English and Chinese while it is edited; other languages stay as they were. */
public final class WordsForm {

    private final StringProperty english = new SimpleStringProperty("");
    private final StringProperty chinese = new SimpleStringProperty("");
    private final Suggested suggestedEnglish = new Suggested(english);
    private final Suggested suggestedChinese = new Suggested(chinese);
    private TreeMap<String, String> original = new TreeMap<>();

    WordsForm(Runnable edited) {
        english.subscribe(edited);
        chinese.subscribe(edited);
    }

    /** Takes over a text. */
    void set(Optional<LocalizedText> text) {
        original = text.map(t -> new TreeMap<>(t.byLanguage())).orElseGet(TreeMap::new);
        english.set(original.getOrDefault("en", ""));
        chinese.set(original.getOrDefault("zh", ""));
    }

    /**
     * Follows a text in both languages until one of them is typed; then the other is no more
     * suggested, for it would tell of something else.
     *
     * @param spoken the words of the window
     */
    void suggest(Texts spoken, Function<Texts, String> words) {
        boolean followed = isSuggested();
        suggestedEnglish.suggest(followed ? words.apply(spoken.alsoIn(Locale.ENGLISH)) : "");
        suggestedChinese.suggest(
                followed ? words.apply(spoken.alsoIn(Locale.SIMPLIFIED_CHINESE)) : "");
    }

    /** Returns words of the bundles in both languages. */
    public static LocalizedText ofBundles(String key) {
        return LocalizedText.of(
                Texts.in(Locale.ENGLISH).get(key), Texts.in(Locale.SIMPLIFIED_CHINESE).get(key));
    }

    /** Returns whether nobody typed in either language. */
    boolean isSuggested() {
        return suggestedEnglish.isFollowed() && suggestedChinese.isFollowed();
    }

    public StringProperty english() {
        return english;
    }

    public StringProperty chinese() {
        return chinese;
    }

    /** Returns the text in the language of the window. */
    public StringProperty in(Locale language) {
        return isChinese(language) ? chinese : english;
    }

    /** Returns the text in the other of the two languages. */
    public StringProperty besides(Locale language) {
        return isChinese(language) ? english : chinese;
    }

    private static boolean isChinese(Locale language) {
        return language.getLanguage().equals("zh");
    }

    /** Returns the text, or nothing where no language has one. */
    Optional<LocalizedText> build() {
        TreeMap<String, String> texts = new TreeMap<>(original);
        put(texts, "en", english.get());
        put(texts, "zh", chinese.get());
        return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(texts));
    }

    private void put(TreeMap<String, String> texts, String language, String typed) {
        if (typed.isBlank()) {
            texts.remove(language);
        } else if (!typed.equals(original.get(language))) {
            texts.put(language, typed.strip());
        }
    }
}
