package io.marquetry.ui.overview;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.overview.Traced;
import io.marquetry.overview.Trail;
import io.marquetry.overview.TrailWords;
import io.marquetry.overview.Trails;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows where a tag, an asset or a template went: packages, versions, dispatches, what was made
 * from them and what all of it achieved, each one click away.
 */
public final class TrailSheet {

    private static final int FURTHER_IN = 22;

    private final Trails trails;

    /** Makes the opener over what follows things through a workspace. */
    public TrailSheet(Trails trails) {
        this.trails = trails;
    }

    /** Opens it once the way is known. */
    void open(Desk desk, Traced thing) {
        desk.background()
                .run(
                        signal -> new Followed(trails.name(thing), trails.of(thing, signal)),
                        new Shown(desk)::show,
                        desk.notices()::problem);
    }

    private record Followed(LocalizedText name, List<Trail> found) {}

    private static final class Shown {

        private final Desk desk;
        private final Texts texts;
        private final TrailWords words;

        Shown(Desk desk) {
            this.desk = desk;
            this.texts = desk.texts();
            this.words = new TrailWords(texts);
        }

        void show(Followed thing) {
            Label heading = new Label(texts.get("trail.title", thing.name.in(texts.locale())));
            heading.getStyleClass().add("heading");
            heading.setWrapText(true);
            VBox lines = new VBox(10);
            lines.setId("trailLines");
            thing.found.forEach(trail -> lines.getChildren().add(line(trail)));
            if (thing.found.isEmpty()) {
                lines.getChildren().add(muted(texts.get("govern.nowhere")));
            }
            ScrollPane scroll = new ScrollPane(lines);
            scroll.setFitToWidth(true);
            scroll.setMaxHeight(420);
            Button close = new Button(texts.get("button.close"));
            close.setId("trailClose");
            close.setDefaultButton(true);
            close.setOnAction(event -> desk.sheets().close());
            HBox buttons = new HBox(close);
            buttons.getStyleClass().add("buttons");
            VBox sheet = new VBox(12, heading, scroll, buttons);
            sheet.setId("trail");
            sheet.setPrefWidth(620);
            Views.dress(sheet, "used");
            desk.sheets().show(sheet);
        }

        private Node line(Trail trail) {
            FlowPane links = new FlowPane(12, 0);
            if (!trail.versions().isEmpty()) {
                String numbers =
                        trail.versions().stream()
                                .map(number -> "v" + number)
                                .collect(Collectors.joining(texts.get("rule.comma")));
                links.getChildren().add(link(numbers, new Destination.VersionsOf(trail.pack())));
            }
            if (!trail.sent().isEmpty()) {
                links.getChildren()
                        .add(link(words.sent(trail), new Destination.DispatchOf(trail.pack())));
            }
            trail.achieved()
                    .ifPresentOrElse(
                            one ->
                                    links.getChildren()
                                            .add(
                                                    link(
                                                            words.achieved(trail).orElse(""),
                                                            new Destination.OfOutcomes(
                                                                    one.set().name()))),
                            () -> links.getChildren().add(muted(texts.get("trail.noOutcomes"))));
            Hyperlink name =
                    link(trail.name().in(texts.locale()), new Destination.OfPackage(trail.pack()));
            name.getStyleClass().add("trail-name");
            HBox head = new HBox(10, name, muted(words.standing(trail)));
            head.getStyleClass().add("trail-head");
            VBox line = new VBox(head, links);
            line.getStyleClass().add("trail-line");
            VBox.setMargin(line, new Insets(0, 0, 0, trail.depth() * FURTHER_IN));
            return line;
        }

        private Hyperlink link(String shown, Destination destination) {
            Hyperlink link = new Hyperlink(shown);
            link.setOnAction(
                    event -> {
                        desk.sheets().close();
                        desk.navigation().go(destination);
                    });
            return link;
        }

        private static Label muted(String shown) {
            Label label = new Label(shown);
            label.getStyleClass().add("muted");
            label.setWrapText(true);
            return label;
        }
    }
}
