package io.marquetry.ui.tags;

import io.marquetry.base.LocalizedText;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;
import java.util.TreeMap;

/** A text in English and Chinese while it is edited; other languages stay as they were. */
final class WordsForm {

    private final StringProperty english = new SimpleStringProperty("");
    private final StringProperty chinese = new SimpleStringProperty("");
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

    StringProperty english() {
        return english;
    }

    StringProperty chinese() {
        return chinese;
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
