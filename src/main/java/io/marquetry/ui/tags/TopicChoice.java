package io.marquetry.ui.tags;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;

import javafx.scene.control.TextField;

import org.controlsfx.control.textfield.TextFields;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Offers the topics there are; choosing one in a language fills in the other. */
final class TopicChoice {

    private TopicChoice() {}

    static void bind(TagCatalog tags, TextField english, TextField chinese) {
        List<LocalizedText> topics = tags.tags().stream().map(Tag::topic).distinct().toList();
        bind(topics, english, "en", chinese, "zh");
        bind(topics, chinese, "zh", english, "en");
    }

    private static void bind(
            Collection<LocalizedText> topics,
            TextField field,
            String language,
            TextField other,
            String otherLanguage) {
        TextFields.bindAutoCompletion(
                        field, request -> matching(topics, language, request.getUserText()))
                .setOnAutoCompleted(
                        event ->
                                find(topics, language, event.getCompletion())
                                        .map(topic -> topic.byLanguage().get(otherLanguage))
                                        .filter(words -> other.getText().isBlank())
                                        .ifPresent(other::setText));
    }

    private static List<String> matching(
            Collection<LocalizedText> topics, String language, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return topics.stream()
                .map(topic -> topic.byLanguage().getOrDefault(language, ""))
                .filter(words -> !words.isEmpty() && !words.equals(typed))
                .filter(words -> words.toLowerCase(Locale.ROOT).contains(wanted))
                .distinct()
                .toList();
    }

    private static Optional<LocalizedText> find(
            Collection<LocalizedText> topics, String language, String words) {
        return topics.stream()
                .filter(topic -> words.equals(topic.byLanguage().get(language)))
                .findFirst();
    }
}
