package io.marquetry.ui.tags;

import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.tags.form.TagForm;
import io.marquetry.ui.tags.rule.EditorNeeds;
import io.marquetry.ui.tags.rule.GroupPane;

import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** Edits the rule of one tag; shows it anew when another source is chosen. */
final class RuleEditor extends VBox {

    private final Desk desk;
    private final TagsModel model;
    private final TagForm form;
    private final Follows follows;
    private Follows ofRule;

    RuleEditor(Desk desk, TagsModel model, TagForm form, Follows follows) {
        this.desk = desk;
        this.model = model;
        this.form = form;
        this.follows = follows;
        this.ofRule = follows.ofPart();
        follows.on(model.source(), now -> fill());
    }

    private void fill() {
        ofRule.close();
        ofRule = follows.ofPart();
        EditorNeeds parts =
                new EditorNeeds(
                        desk.texts(),
                        model.context(),
                        self(),
                        model.values(),
                        desk.files(),
                        form.root().edited(),
                        ofRule);
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
