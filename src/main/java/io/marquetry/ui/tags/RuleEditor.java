package io.marquetry.ui.tags;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagKey;

import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** Edits the rule of one tag; shows it anew when another source is chosen. */
final class RuleEditor extends VBox {

    private final Texts texts;
    private final TagsModel model;
    private final TagForm form;

    RuleEditor(Texts texts, TagsModel model, TagForm form) {
        this.texts = texts;
        this.model = model;
        this.form = form;
        fill();
        model.source().addListener(change -> fill());
    }

    private void fill() {
        RuleParts parts =
                new RuleParts(texts, model.context(), self(), model.values(), form.root().edited());
        getChildren()
                .setAll(
                        List.of(
                                new GroupPane(
                                        parts, form.root(), Optional.empty(), Optional.empty())));
    }

    private Optional<TagKey> self() {
        return form.isNew() ? Optional.empty() : Optional.of(new TagKey(form.key().get()));
    }
}
