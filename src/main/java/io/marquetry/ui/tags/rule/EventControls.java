package io.marquetry.ui.tags.rule;

import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.look.Worded;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.controlsfx.control.SearchableComboBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The controls of a test of events: reduced how, over which days, compared with what. */
final class EventControls {

    private final EditorNeeds parts;
    private final Texts texts;
    private final EventsDraft draft;
    private final HBox measure = new HBox();
    private final HBox window = new HBox();
    private final HBox value = new HBox();

    private EventControls(EditorNeeds parts, EventsDraft draft) {
        this.parts = parts;
        this.texts = parts.texts();
        this.draft = draft;
        for (HBox box : List.of(measure, window, value)) {
            box.getStyleClass().add("rule-values");
            box.managedProperty().bind(Bindings.isNotEmpty(box.getChildren()));
        }
    }

    static void add(EditorNeeds parts, EventsDraft draft, FlowPane controls) {
        EventControls made = new EventControls(parts, draft);
        controls.getChildren()
                .addAll(
                        made.aggregate(),
                        made.measure,
                        made.windowKind(),
                        made.window,
                        made.comparison(),
                        made.value);
        made.fillMeasure();
        made.fillWindow();
        made.fillValue();
    }

    /** Adds the choice of another tag. */
    static void addTag(EditorNeeds parts, CarriesDraft draft, FlowPane controls) {
        SearchableComboBox<TagKey> box = new SearchableComboBox<>();
        List<TagKey> offered = new ArrayList<>(parts.context().audienceTags(parts.self()));
        draft.tag().get().filter(key -> !offered.contains(key)).ifPresent(offered::add);
        box.setItems(FXCollections.observableArrayList(offered));
        box.setConverter(new Worded<>(TagKey::value));
        box.setPromptText(parts.texts().get("rule.edit.tag"));
        box.setAccessibleText(parts.texts().get("rule.edit.tag"));
        box.getStyleClass().add("rule-tag");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        draft.tag().get().ifPresent(box::setValue);
        box.valueProperty().subscribe((old, key) -> draft.tag().set(Optional.ofNullable(key)));
        controls.getChildren().add(box);
    }

    private Node aggregate() {
        ComboBox<TagRule.Aggregate> box =
                Choices.of(
                        List.of(TagRule.Aggregate.values()),
                        draft.aggregate().get(),
                        a -> texts.get("rule.edit.aggregate." + a),
                        a -> {
                            draft.reduceTo(a, outcome(a));
                            fillMeasure();
                            fillValue();
                        });
        box.setAccessibleText(texts.get("rule.edit.aggregate"));
        return box;
    }

    private Optional<AttributeType> outcome(TagRule.Aggregate aggregate) {
        return parts.context().outcome(draft.stream(), aggregate, draft.measure().get());
    }

    private void fillMeasure() {
        measure.getChildren().clear();
        TagRule.Aggregate aggregate = draft.aggregate().get();
        if (!aggregate.needsMeasure()) {
            return;
        }
        Predicate<Attribute> suits =
                aggregate == TagRule.Aggregate.SUM
                        ? f ->
                                f.type() == AttributeType.INTEGER
                                        || f.type() == AttributeType.DECIMAL
                        : f -> f.type() != AttributeType.BOOLEAN && f.type() != AttributeType.TEXT;
        List<String> fields =
                parts.context().fields(Optional.of(draft.stream())).stream()
                        .filter(suits)
                        .map(Attribute::name)
                        .toList();
        ComboBox<String> box =
                Choices.of(
                        fields,
                        draft.measure().get().orElse(""),
                        name ->
                                name.isEmpty()
                                        ? texts.get("rule.edit.measure")
                                        : texts.called(
                                                new FieldName.OfEvents(draft.stream(), name)),
                        name -> {
                            draft.measure().set(Optional.of(name).filter(n -> !n.isEmpty()));
                            draft.reduceTo(draft.aggregate().get(), outcome(aggregate));
                            fillValue();
                        });
        box.setAccessibleText(texts.get("rule.edit.measure"));
        measure.getChildren().add(box);
    }

    private Node windowKind() {
        ComboBox<WindowDraft.Kind> box =
                Choices.of(
                        List.of(WindowDraft.Kind.values()),
                        draft.window().kind().get(),
                        kind -> texts.get("rule.edit.window." + kind),
                        kind -> {
                            draft.window().kind().set(kind);
                            fillWindow();
                        });
        box.setAccessibleText(texts.get("rule.edit.window"));
        return box;
    }

    private void fillWindow() {
        window.getChildren().clear();
        switch (draft.window().kind().get()) {
            case ALWAYS -> {}
            case LAST -> window.getChildren().add(length(true));
            case SINCE -> window.getChildren().add(length(false));
            case DAYS ->
                    window.getChildren()
                            .addAll(
                                    day(draft.window().from()),
                                    new Label(texts.get("rule.edit.until")),
                                    day(draft.window().to()));
        }
    }

    private ValueField length(boolean distance) {
        return new ValueField(
                parts, draft.window().length(), List.of(ValueDraft.Kind.AGO), distance);
    }

    private ValueField day(ValueDraft day) {
        return new ValueField(parts, day, List.of(ValueDraft.Kind.DAY), false);
    }

    private Node comparison() {
        ComboBox<Comparison> box =
                Choices.of(
                        List.of(Comparison.values()),
                        draft.comparison().get(),
                        c -> texts.get("rule.edit.test." + TestKind.of(c)),
                        c -> draft.comparison().set(c));
        box.setAccessibleText(texts.get("rule.edit.test"));
        return box;
    }

    private void fillValue() {
        List<ValueDraft.Kind> kinds =
                new ArrayList<>(
                        outcome(draft.aggregate().get())
                                .map(ValueDraft::kindsFor)
                                .orElse(List.of()));
        if (!kinds.contains(draft.value().kind().get())) {
            kinds.add(draft.value().kind().get());
        }
        value.getChildren().setAll(List.of(new ValueField(parts, draft.value(), kinds, false)));
    }
}
