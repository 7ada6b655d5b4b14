package io.marquetry.ui.tags.rule;

import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Worded;

import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;

import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses what a condition is about; can be searched by typing. */
public final class SubjectPicker extends SearchableComboBox<Subject> {

    private final Texts texts;
    private final Optional<String> stream;

    /**
     * Offers what a rule can speak of.
     *
     * @param stream the stream whose events are filtered; empty: the rule is about profiles
     * @param chosen gets what the user chooses
     */
    SubjectPicker(
            EditorNeeds parts,
            Optional<String> stream,
            Optional<Subject> present,
            Consumer<Subject> chosen) {
        this.texts = parts.texts();
        this.stream = stream;
        List<Subject> offered = new ArrayList<>();
        parts.context().fields(stream).forEach(field -> offered.add(Subject.Field.of(field)));
        if (stream.isEmpty()) {
            parts.context()
                    .streams()
                    .forEach(events -> offered.add(new Subject.Events(events.name())));
            offered.add(new Subject.OtherTag());
        }
        present.filter(subject -> !offered.contains(subject)).ifPresent(offered::add);
        setItems(FXCollections.observableArrayList(offered));
        setConverter(new Worded<>(this::sought));
        setCellFactory(list -> new SubjectCell());
        setButtonCell(new SubjectCell());
        setPromptText(texts.get("rule.edit.subject"));
        setAccessibleText(texts.get("rule.edit.subject"));
        getStyleClass().add("rule-subject");
        setMaxHeight(USE_PREF_SIZE);
        present.ifPresent(this::setValue);
        valueProperty()
                .subscribe(
                        (old, value) -> {
                            if (value != null && !value.equals(old)) {
                                chosen.accept(value);
                            }
                        });
    }

    /** What is typed may be a word that people use, or the name that rules write. */
    private String sought(Subject subject) {
        String words = words(subject);
        String written =
                switch (subject) {
                    case Subject.Field field -> field.name();
                    case Subject.Events events -> events.stream();
                    case Subject.OtherTag _ -> "";
                };
        return words.contains(written) ? words : words + " " + written;
    }

    private String words(Subject subject) {
        return switch (subject) {
            case Subject.Field field ->
                    texts.called(
                            stream.<FieldName>map(
                                            events -> new FieldName.OfEvents(events, field.name()))
                                    .orElseGet(() -> new FieldName.OfProfiles(field.name())));
            case Subject.Events events ->
                    texts.get("rule.edit.events", texts.events(events.stream()));
            case Subject.OtherTag tag -> texts.get("rule.edit.carries");
        };
    }

    /** One subject with its picture. */
    private final class SubjectCell extends ListCell<Subject> {
        @Override
        protected void updateItem(Subject item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(getPromptText());
                setGraphic(null);
            } else {
                setText(words(item));
                setGraphic(new FontIcon(item.icon()));
            }
        }

        private String getPromptText() {
            return getListView() == null ? texts.get("rule.edit.subject") : "";
        }
    }
}
