package io.marquetry.ui.library;

import io.marquetry.base.Texts;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.LibraryStanding;
import io.marquetry.library.Verdict;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** One entry of the library, with what can be done with it. */
final class CardView extends VBox {

    private final LibraryWords words;
    private final Texts texts;
    private final Asks asks;

    /** What a card asks of its screen. */
    interface Asks {

        void use(LibraryCard card);

        void admit(LibraryCard card, boolean alone);

        void review(LibraryCard card);

        void retire(LibraryCard card, String why);

        void merge(List<PackageKey> behind);

        void trail(LibraryCard card);
    }

    /**
     * Makes a card.
     *
     * @param own whether whoever works here had a part in it
     * @param behind packages made from earlier versions
     */
    CardView(
            LibraryCard card, boolean own, List<PackageKey> behind, LibraryWords words, Asks asks) {
        this.words = words;
        this.texts = words.texts();
        this.asks = asks;
        getStyleClass().addAll("card", "library-card");
        setId("card-" + card.entry().key());
        VBox tests = tests(card.verdict());
        ToggleButton evidence = new ToggleButton(texts.get("library.evidence"));
        evidence.setSelected(card.standing() == LibraryStanding.WAITING);
        evidence.selectedProperty().subscribe(open -> Parts.show(tests, open));
        getChildren().addAll(head(card), text(words.about(card), "muted"));
        getChildren().add(text(words.audience(card), "muted"));
        if (!card.runs().isEmpty()) {
            getChildren().add(new RunsPicture(card, words));
        }
        card.fades().ifPresent(why -> getChildren().add(text(texts.sentence(why), "warning")));
        card.entry().reason().ifPresent(why -> getChildren().add(text(why, "said")));
        getChildren().addAll(reused(card), next(card), tests);
        if (!behind.isEmpty() && card.standing().usable()) {
            getChildren().add(behind(behind));
        }
        getChildren().add(actions(card, own, evidence));
    }

    private HBox head(LibraryCard card) {
        Label name = new Label(words.name(card.pack()));
        name.getStyleClass().add("card-name");
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String standing = texts.sentence(card.standing().word());
        Label pill =
                new Label(
                        card.runs().isEmpty()
                                ? standing
                                : texts.get("library.standing", standing, card.runs().size()));
        pill.getStyleClass().addAll("pill", tone(card.standing()));
        pill.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, name, space, pill);
        head.getStyleClass().add("card-head");
        return head;
    }

    private static String tone(LibraryStanding standing) {
        return switch (standing) {
            case PROVEN -> "good";
            case FADING, DUE -> "warn";
            case PROVISIONAL, WAITING, RETIRED -> "neutral";
        };
    }

    private HBox reused(LibraryCard card) {
        return row(
                texts.get("library.reused"),
                texts.get("library.reusedBy", card.descendants().size()),
                texts.get("library.held", card.held()));
    }

    private HBox next(LibraryCard card) {
        return row(
                texts.get("library.nextReview"),
                card.entry().reviewOn().map(words.formats()::day).orElse("–"),
                card.entry().owner());
    }

    private static HBox row(String what, String first, String second) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label about = new Label(what);
        about.getStyleClass().add("muted");
        Label last = new Label(second);
        last.getStyleClass().add("row-last");
        HBox row = new HBox(8, about, space, new Label(first), last);
        row.getStyleClass().add("card-row");
        return row;
    }

    private VBox tests(Verdict verdict) {
        VBox list = new VBox();
        list.getStyleClass().add("tests");
        for (Verdict.Test test : verdict.tests()) {
            list.getChildren()
                    .add(
                            text(
                                    texts.get(
                                            test.passed() ? "library.passed" : "library.failed",
                                            texts.sentence(test.said())),
                                    test.passed() ? "passed" : "failed"));
        }
        return list;
    }

    private FlowPane behind(List<PackageKey> behind) {
        Button merge = new Button(texts.get("library.merge"));
        merge.setOnAction(event -> asks.merge(behind));
        FlowPane line =
                new FlowPane(text(texts.get("library.behind", behind.size()), "told"), merge);
        line.getStyleClass().add("card-actions");
        return line;
    }

    private Node actions(LibraryCard card, boolean own, ToggleButton evidence) {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("card-actions");
        VBox all = new VBox(6, line);
        if (card.standing().usable()) {
            Button use = new Button(texts.get("library.use"));
            use.getStyleClass().addAll("primary", "card-use");
            use.setOnAction(event -> asks.use(card));
            line.getChildren().add(use);
        }
        line.getChildren().add(evidence);
        Button trail = new Button(texts.get("trail.open"));
        trail.getStyleClass().add("card-trail");
        trail.setOnAction(event -> asks.trail(card));
        line.getChildren().add(trail);
        if (card.standing() == LibraryStanding.WAITING) {
            line.getChildren().addFirst(admit(card, own, all));
        }
        if (card.standing() == LibraryStanding.DUE || card.standing() == LibraryStanding.FADING) {
            Button review = new Button(texts.get("library.keep"));
            review.setOnAction(event -> asks.review(card));
            line.getChildren().add(review);
        }
        if (card.standing() != LibraryStanding.RETIRED) {
            line.getChildren().add(retire(card, all));
        }
        return all;
    }

    /** Whoever had a part in it may admit it only where they say that nobody else looked at it. */
    private Button admit(LibraryCard card, boolean own, VBox below) {
        CheckBox alone = new CheckBox(texts.get("packageLife.alone"));
        alone.getStyleClass().add("card-alone");
        Button admit = new Button(texts.get("library.admit"));
        admit.getStyleClass().addAll("primary", "card-admit");
        admit.setOnAction(event -> asks.admit(card, alone.isSelected()));
        if (own) {
            below.getChildren().addFirst(alone);
            admit.disableProperty().bind(Bindings.not(alone.selectedProperty()));
        }
        return admit;
    }

    private ToggleButton retire(LibraryCard card, VBox below) {
        TextField why = new TextField();
        why.setPromptText(texts.get("library.why"));
        why.setAccessibleText(texts.get("library.why"));
        why.getStyleClass().add("card-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        Button really = new Button(texts.get("library.retireNow"));
        really.getStyleClass().add("danger");
        really.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> why.getText().isBlank(), why.textProperty()));
        really.setOnAction(event -> asks.retire(card, why.getText()));
        HBox asked = new HBox(6, why, really);
        ToggleButton open = new ToggleButton(texts.get("library.retire"));
        open.selectedProperty().subscribe(shown -> Parts.show(asked, shown));
        below.getChildren().add(asked);
        return open;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
