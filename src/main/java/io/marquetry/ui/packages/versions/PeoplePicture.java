package io.marquetry.ui.packages.versions;

import io.marquetry.base.Texts;
import io.marquetry.compare.PeopleBetween;
import io.marquetry.compare.PeopleBetween.Trait;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/** Draws who stays, who goes and who comes as two bars, and says what those are like. */
final class PeoplePicture {

    private static final double WIDTH = 340;
    private static final double THIN = 2;

    private final Texts texts;
    private final Formats formats;
    private final TagNames names;

    PeoplePicture(Texts texts, TagNames names) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.names = names;
    }

    Node of(PeopleBetween people, String before, String after) {
        double most =
                Math.max(
                        1, Math.max(people.stay() + people.leave(), people.stay() + people.come()));
        VBox picture =
                new VBox(
                        bar(before, people.stay(), people.leave(), "leave", most),
                        bar(after, people.stay(), people.come(), "come", most));
        picture.getStyleClass().add("people-picture");
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(
                texts.get("versions.people", people.leave(), people.come(), people.stay()));
        traits(picture, "versions.leaving", people.leaving());
        traits(picture, "versions.coming", people.coming());
        return picture;
    }

    private HBox bar(String name, long stay, long rest, String style, double most) {
        Label state = new Label(name);
        state.getStyleClass().add("state");
        HBox bar = new HBox(state, part(stay, "stay", most), part(rest, style, most));
        Label told =
                new Label(
                        rest == 0
                                ? texts.get("versions.bar.stay", formats.count(stay))
                                : texts.get(
                                        "versions.bar." + style,
                                        formats.count(stay),
                                        formats.count(rest)));
        told.getStyleClass().add("muted");
        told.setMinWidth(Region.USE_PREF_SIZE);
        bar.getChildren().add(told);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private static Region part(long people, String style, double most) {
        Region part = new Region();
        double width = people == 0 ? 0 : Math.max(THIN, people / most * WIDTH);
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
        part.getStyleClass().addAll("people", style);
        return part;
    }

    private void traits(VBox picture, String key, List<Trait> traits) {
        if (!traits.isEmpty()) {
            Label said =
                    new Label(
                            texts.get(
                                    key,
                                    traits.stream()
                                            .map(this::trait)
                                            .collect(Collectors.joining(" \u00b7 "))));
            said.setWrapText(true);
            said.setMinHeight(Label.USE_PREF_SIZE);
            picture.getChildren().add(said);
        }
    }

    private String trait(Trait trait) {
        return texts.get(
                "versions.trait",
                names.of(trait.tag()),
                formats.wholePercent(trait.among()),
                formats.wholePercent(trait.otherwise()));
    }
}
