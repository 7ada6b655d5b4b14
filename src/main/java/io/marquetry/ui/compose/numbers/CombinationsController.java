package io.marquetry.ui.compose.numbers;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageCombinations;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.FramedPicture;
import io.marquetry.ui.common.look.Png;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Written;
import io.marquetry.ui.common.work.Answer;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
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
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final List<CheckBox> boxes = new ArrayList<>();
    private Optional<PackageCombinations> counted = Optional.empty();
    private int columns;

    @FXML private VBox root;
    @FXML private Label repeated;
    @FXML private FlowPane choices;
    @FXML private ScrollPane scroll;
    @FXML private Label detail;
    @FXML private Label problem;
    @FXML private Button save;
    @FXML private Button done;

    /**
     * Makes the controller of the sheet.
     *
     * @param own the name of the package in work
     * @param desk of the window that the sheet lies above
     */
    CombinationsController(CombinationsModel model, LocalizedText own, Desk desk) {
        this.model = model;
        this.own = own;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeCombinations");
        problem.managedProperty().bind(problem.visibleProperty());
        done.setOnAction(event -> desk.sheets().close());
        save.setOnAction(event -> save());
        save.setDisable(true);
        root.sceneProperty().subscribe(this::fit);
        // Whatever is wider than the sheet would have to be pushed to and fro.
        scroll.viewportBoundsProperty().subscribe(() -> Platform.runLater(this::draw));
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

    /** Writes the plot as a picture with all that it rests on, for print. */
    private void save() {
        FileKind kind =
                new FileKind(
                        texts.get("review.chart.png"), texts.get("review.chart.files.png"), "png");
        desk.files()
                .toSave(kind, texts.get("compose.upset") + "." + kind.ending())
                .ifPresent(this::save);
    }

    private void save(Path file) {
        if (counted.isEmpty()) {
            return;
        }
        VBox drawn = new VBox(plot(counted.get(), UpsetPlot.MAX_COLUMNS));
        Views.dress(drawn, "composeCombinations");
        WritableImage picture =
                FramedPicture.of(
                        texts.get("compose.upset"),
                        drawn,
                        scroll.getWidth(),
                        List.of(
                                repeated.getText(),
                                texts.get("compose.upset.hint"),
                                texts.get("compose.upset.asOf", formats.moment(model.asOf()))),
                        root.getScene());
        desk.background()
                .act(
                        () -> write(file, picture),
                        () ->
                                Written.tell(
                                        desk,
                                        texts.get("review.chart.saved", file.getFileName()),
                                        file),
                        desk.notices()::problem);
    }

    private static void write(Path file, WritableImage picture) {
        try {
            DurableFiles.write(file, Png.of(picture));
        } catch (IOException e) {
            throw Problem.of("problem.review.notSaved", file.toString()).asException(e);
        }
    }

    /** Where no more fit, only what is chosen can be changed. */
    private void limit() {
        boxes.forEach(box -> box.setDisable(model.isFull() && !box.isSelected()));
    }

    private void show(Answer<PackageCombinations> known) {
        problem.setVisible(known.problem().isPresent());
        known.problem().ifPresent(why -> problem.setText(texts.sentence(why)));
        counted = known.latest();
        columns = 0;
        counted.ifPresent(
                found -> {
                    repeated.setText(
                            texts.get(
                                    "compose.overlap.sum",
                                    formats.count(found.reached()),
                                    formats.count(found.repeated())));
                    save.setDisable(false);
                    detail.setText(texts.get("compose.upset.hint"));
                });
        draw();
    }

    /** Draws as many columns as the sheet has room for. */
    private void draw() {
        counted.ifPresent(
                found -> {
                    double room = scroll.getViewportBounds().getWidth();
                    int most = UpsetPlot.fitting(room, found.combinations(), formats);
                    if (room > 0 && most != columns) {
                        columns = most;
                        scroll.setContent(plot(found, most));
                    }
                });
    }

    private UpsetPlot plot(PackageCombinations found, int most) {
        List<String> names = new ArrayList<>(List.of(own.in(texts.locale())));
        found.others().forEach(other -> names.add(other.name().in(texts.locale())));
        return new UpsetPlot(
                names, found.sizes(), found.combinations(), most, texts, detail::setText);
    }
}
