package io.marquetry.ui.tags;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.tags.form.WordsForm;
import io.marquetry.ui.tags.rule.Typed;

import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Offers the topics there are, and takes new ones; choosing one fills in its other language. */
final class TopicChoice {

    private final List<LocalizedText> topics;
    private final WordsForm topic;
    private final Locale language;

    TopicChoice(TagCatalog tags, WordsForm topic, Locale language) {
        this.topics =
                Stream.concat(
                                tags.tags().stream().map(Tag::topic),
                                Stream.of(WordsForm.ofBundles("tag.topic.mine")))
                        .distinct()
                        .toList();
        this.topic = topic;
        this.language = language;
    }

    void bind(ComboBox<String> box, Follows follows) {
        box.getItems()
                .setAll(topics.stream().map(one -> one.in(language)).distinct().sorted().toList());
        box.setVisibleRowCount(14);
        box.setValue(topic.in(language).get());
        Typed.into(box.getEditor(), topic.in(language), follows);
        box.getEditor().textProperty().subscribe((before, now) -> fillOther(before, now));
    }

    /** What was typed in the other language stays, unless it belonged to the topic before. */
    private void fillOther(String before, String now) {
        String other = topic.besides(language).get();
        if (other.isEmpty() || other.equals(other(before))) {
            topic.besides(language).set(other(now));
        }
    }

    private String other(String words) {
        Optional<LocalizedText> known =
                topics.stream().filter(one -> words.equals(one.in(language))).findFirst();
        String otherLanguage = language.getLanguage().equals("zh") ? "en" : "zh";
        return known.map(one -> one.byLanguage().getOrDefault(otherLanguage, "")).orElse("");
    }
}
