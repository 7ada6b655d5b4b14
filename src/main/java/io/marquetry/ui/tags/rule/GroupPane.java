package io.marquetry.ui.tags.rule;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group of conditions: how they are joined, one row for each, and the ways to add more. */
public final class GroupPane extends VBox {

    private final EditorNeeds parts;
    private final GroupDraft group;
    private final Optional<String> stream;
    private final VBox rows = new VBox();
    private final HBox head = new HBox();
    private final Button addCondition = new Button("", new FontIcon(Feather.PLUS));
    private final Map<RuleDraft, Node> shown = new HashMap<>();

    /**
     * Shows a group.
     *
     * @param stream the stream whose events it filters; empty: the group is about profiles
     * @param remove takes the group out; empty: it cannot be taken out
     */
    public GroupPane(
            EditorNeeds parts,
            GroupDraft group,
            Optional<String> stream,
            Optional<Runnable> remove) {
        this.parts = parts;
        this.group = group;
        this.stream = stream;
        getStyleClass().add("rule-group");
        rows.getStyleClass().add("rule-rows");
        fillHead(remove);
        getChildren().addAll(head, rows, foot());
        if (stream.isEmpty()) {
            getChildren().add(RuleRow.problem(parts, group));
        }
        parts.follows().changes(group.children(), this::fill);
        fill();
    }

    private void fillHead(Optional<Runnable> remove) {
        Texts texts = parts.texts();
        head.getStyleClass().add("rule-head");
        ComboBox<Boolean> join =
                Choices.of(
                        List.of(false, true),
                        group.any().get(),
                        any -> texts.get(any ? "rule.edit.any" : "rule.edit.all"),
                        any -> group.any().set(any));
        join.getStyleClass().add("rule-join");
        join.setAccessibleText(texts.get("rule.edit.join"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        if (stream.isPresent()) {
            head.getChildren().add(new Label(texts.get("rule.edit.where", stream.get())));
        }
        head.getChildren().addAll(RuleRow.not(parts, group), join, space);
        remove.ifPresent(
                action -> {
                    Button button = new Button("", new FontIcon(Feather.X));
                    button.getStyleClass().addAll("flat", "rule-remove");
                    button.setAccessibleText(texts.get("rule.edit.removeGroup"));
                    Tip.on(button, texts.get("rule.edit.removeGroup"));
                    button.setOnAction(event -> action.run());
                    head.getChildren().add(button);
                });
    }

    private HBox foot() {
        Texts texts = parts.texts();
        HBox foot = new HBox();
        foot.getStyleClass().add("rule-foot");
        addCondition.getStyleClass().addAll("flat", "rule-add");
        addCondition.setOnAction(event -> add(new BlankDraft(parts.edited())));
        Button inner =
                new Button(texts.get("rule.edit.addGroup"), new FontIcon(Feather.FOLDER_PLUS));
        inner.getStyleClass().addAll("flat", "rule-add-group");
        inner.setOnAction(event -> add(freshGroup()));
        foot.getChildren().add(addCondition);
        if (stream.isEmpty()) {
            foot.getChildren().add(inner);
        }
        return foot;
    }

    private GroupDraft freshGroup() {
        GroupDraft fresh = new GroupDraft(parts.edited(), false);
        fresh.any().set(!group.any().get());
        fresh.children().add(new BlankDraft(parts.edited()));
        return fresh;
    }

    private void add(RuleDraft draft) {
        group.children().add(draft);
        rows.getChildren().getLast().requestFocus();
    }

    private void fill() {
        shown.keySet().removeIf(draft -> !group.children().contains(draft));
        rows.getChildren()
                .setAll(
                        group.children().stream()
                                .map(draft -> shown.computeIfAbsent(draft, this::row))
                                .toList());
        // A filter that is not there yet shows no more than the way to add one.
        boolean emptyFilter = stream.isPresent() && group.children().isEmpty();
        Parts.show(head, !emptyFilter);
        addCondition.setText(
                parts.texts().get(emptyFilter ? "rule.edit.addFilter" : "rule.edit.add"));
    }

    private Node row(RuleDraft draft) {
        return draft instanceof GroupDraft inner
                ? new GroupPane(
                        parts, inner, stream, Optional.of(() -> group.children().remove(inner)))
                : new RuleRow(parts, group, draft, stream);
    }
}
