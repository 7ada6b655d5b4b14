package io.marquetry.ui.tags;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;

import javafx.scene.control.ComboBox;

import java.util.Optional;

/** Chooses the source on which sizes are counted. */
final class SourceBox {

    private SourceBox() {}

    static void bind(
            ComboBox<Optional<SourceName>> box, TagsModel model, Texts texts, Follows follows) {
        box.setConverter(
                new Worded<>(
                        name ->
                                name.flatMap(n -> find(model, n))
                                        .map(
                                                s ->
                                                        texts.get(
                                                                "tags.source.choice",
                                                                s.title(),
                                                                s.profiles()))
                                        .orElse(texts.get("tags.source.none"))));
        Tip.on(
                box,
                () ->
                        Optional.ofNullable(box.getValue())
                                .map(chosen -> box.getConverter().toString(chosen)));
        fill(box, model);
        follows.changes(model.sources(), () -> fill(box, model));
        follows.on(model.source(), box::setValue);
        box.valueProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                model.source().set(now);
                            }
                        });
    }

    private static void fill(ComboBox<Optional<SourceName>> box, TagsModel model) {
        Optional<SourceName> chosen = model.source().get();
        box.getItems()
                .setAll(
                        model.sources().stream()
                                .map(source -> Optional.of(source.name()))
                                .toList());
        if (chosen.isPresent() || box.getItems().isEmpty()) {
            box.setValue(chosen);
        }
    }

    private static Optional<ProfileSource> find(TagsModel model, SourceName name) {
        return model.sources().stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
