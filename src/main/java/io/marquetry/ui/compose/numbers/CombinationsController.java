package io.marquetry.ui.compose.numbers;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageCombinations;
import io.marquetry.ui.common.Answer;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;

import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All combinations of the audience with chosen packages, as a plot. */
public final class CombinationsController {

    private static final double MIN_WIDTH = 640;
    private static final double MAX_WIDTH = 1400;
    private static final double AROUND = 120;

    private final CombinationsModel model;
    private final LocalizedText own;
    private final Runnable close;
    private final Texts texts;
    private final Formats formats;
    private final List<CheckBox> boxes = new ArrayList<>();

    @FXML private VBox root;
    @FXML private Label repeated;
    @FXML private FlowPane choices;
    @FXML private ScrollPane scroll;
    @FXML private Label detail;
    @FXML private Label problem;
    @FXML private Button done;

    /**
     * Makes the controller of the sheet.
     *
     * @param own the name of the package in work
     * @param close closes the sheet
     */
    CombinationsController(
            CombinationsModel model, LocalizedText own, Runnable close, Texts texts) {
        this.model = model;
        this.own = own;
        this.close = close;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeCombinations");
        problem.managedProperty().bind(problem.visibleProperty());
        done.setOnAction(event -> close.run());
        root.sceneProperty().subscribe(this::fit);
        for (OtherPackage choice : model.choices()) {
            CheckBox box = new CheckBox(choice.name().in(texts.locale()));
            box.setSelected(model.isChosen(choice));
            box.setOnAction(
                    event -> {
                        model.choose(choice, box.isSelected());
                        limit();
                    });
            boxes.add(box);
        }
        choices.getChildren().setAll(boxes);
        limit();
        model.answer().subscribe(this::show);
    }

    /** Takes the room that the window has: the plot is wide. */
    private void fit(@Nullable Scene scene) {
        if (scene != null) {
            double width = Math.clamp(scene.getWidth() - AROUND, MIN_WIDTH, MAX_WIDTH);
            root.setPrefWidth(width);
            root.setMaxWidth(width);
        }
    }

    /** Where no more fit, only what is chosen can be changed. */
    private void limit() {
        boxes.forEach(box -> box.setDisable(model.isFull() && !box.isSelected()));
    }

    private void show(Answer<PackageCombinations> known) {
        problem.setVisible(known.problem().isPresent());
        known.problem().ifPresent(why -> problem.setText(texts.sentence(why)));
        Optional<PackageCombinations> found = known.latest();
        found.ifPresent(
                counted -> {
                    repeated.setText(
                            texts.get(
                                    "compose.overlap.sum",
                                    formats.count(counted.reached()),
                                    formats.count(counted.repeated())));
                    List<String> names = new ArrayList<>(List.of(own.in(texts.locale())));
                    counted.others().forEach(other -> names.add(other.name().in(texts.locale())));
                    detail.setText(texts.get("compose.upset.hint"));
                    scroll.setContent(
                            new UpsetPlot(
                                    names,
                                    counted.sizes(),
                                    counted.combinations(),
                                    texts,
                                    detail::setText));
                });
    }
}
