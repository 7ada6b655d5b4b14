package io.marquetry.ui.sources;

import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.source.FieldLabels;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Says in every language what a field or events are called; empty: as is usual. */
final class LabelFields extends HBox {

    private final FieldName what;
    private final FieldLabels labels;
    private final BiConsumer<FieldName, Optional<LocalizedText>> say;

    /**
     * Makes the fields.
     *
     * @param say gets what was said, once a field is left
     */
    LabelFields(
            FieldName what,
            FieldLabels labels,
            Texts texts,
            BiConsumer<FieldName, Optional<LocalizedText>> say) {
        super(8);
        this.what = what;
        this.labels = labels;
        this.say = say;
        getStyleClass().add("label-fields");
        Label caption = new Label(texts.get("sources.label"));
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        getChildren().add(caption);
        Texts.LANGUAGES.forEach(language -> getChildren().add(field(texts.alsoIn(language))));
    }

    private TextField field(Texts spoken) {
        String language = spoken.locale().getLanguage();
        String before =
                labels.of(what)
                        .map(label -> label.byLanguage().getOrDefault(language, ""))
                        .orElse("");
        TextField field = new TextField(before);
        field.setPromptText(spoken.usuallyCalled(what));
        field.setAccessibleText(spoken.get("sources.label.of", what.written()));
        field.setPrefColumnCount(8);
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(event -> said(language, field.getText()));
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        field.setText(before);
                        event.consume();
                    }
                });
        field.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (was && !is) {
                                said(language, field.getText());
                            }
                        });
        return field;
    }

    private void said(String language, String typed) {
        TreeMap<String, String> words =
                labels.of(what)
                        .map(label -> new TreeMap<>(label.byLanguage()))
                        .orElseGet(TreeMap::new);
        if (typed.isBlank()) {
            words.remove(language);
        } else {
            words.put(language, typed.strip());
        }
        Optional<LocalizedText> now =
                words.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(words));
        if (!now.equals(labels.of(what))) {
            say.accept(what, now);
        }
    }
}
