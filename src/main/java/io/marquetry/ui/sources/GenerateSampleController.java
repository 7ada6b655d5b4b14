package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.GeneratedSample;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Asks how large a sample shall be, and shows how it comes along. */
final class GenerateSampleController {

    private static final double MEGABYTE = 1e6;

    private final SourcesModel sources;
    private final GenerateSampleModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private boolean wasShown;

    @FXML private VBox root;
    @FXML private Node choices;
    @FXML private ComboBox<Long> size;
    @FXML private ComboBox<Integer> tags;
    @FXML private Label needs;
    @FXML private Label problem;
    @FXML private Node progressLine;
    @FXML private ProgressBar bar;
    @FXML private Label progressWords;
    @FXML private Button stop;
    @FXML private Button cancel;
    @FXML private Button run;

    private GenerateSampleController(SourcesModel sources, GenerateSampleModel model, Desk desk) {
        this.sources = sources;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
    }

    /** Shows the question as a sheet above the window. */
    static void show(SourcesModel sources, GenerateSampleModel model, Desk desk) {
        GenerateSampleController controller = new GenerateSampleController(sources, model, desk);
        desk.sheets()
                .show(
                        Views.<GenerateSampleController>load(
                                        "generateSample",
                                        desk.texts(),
                                        new Controllers()
                                                .with(
                                                        GenerateSampleController.class,
                                                        () -> controller))
                                .root(),
                        controller::escape);
    }

    @FXML
    void initialize() {
        size.getItems().setAll(GenerateSampleModel.SIZES);
        size.setConverter(new Counts<>());
        size.valueProperty().bindBidirectional(model.profiles());
        tags.getItems().setAll(GenerateSampleModel.TAGS);
        tags.setConverter(new Counts<>());
        tags.valueProperty().bindBidirectional(model.tags());
        model.profiles().addListener((o, old, now) -> showNeeds());
        root.sceneProperty().addListener((o, old, scene) -> wasShown |= scene != null);
        run.setOnAction(event -> model.run(texts.get("generate.title", model.profiles().get())));
        stop.setOnAction(event -> stop());
        cancel.setOnAction(event -> close());
        model.busy().addListener((o, old, now) -> showState());
        model.problem().addListener((o, old, now) -> showState());
        model.progress().addListener((o, old, now) -> showProgress(now));
        model.result().addListener((o, old, now) -> now.ifPresent(this::done));
        showNeeds();
        showState();
    }

    private void done(GeneratedSample sample) {
        if (isReplaced()) {
            return;
        }
        close();
        sources.chosen().set(Optional.of(sample.source().name()));
        desk.notices()
                .done(
                        texts.get(
                                "generate.done",
                                sample.source().name().value(),
                                sample.source().profiles(),
                                sample.purchases(),
                                sample.tags(),
                                formats.took(sample.took())));
    }

    private void escape() {
        if (model.busy().get()) {
            stop();
        } else {
            close();
        }
    }

    private void stop() {
        model.stop();
        problem.setText(texts.get("generate.stopped"));
        shown(problem, true);
    }

    private void close() {
        sources.endGenerating();
        desk.sheets().close();
        sources.load(desk.notices()::problem);
    }

    /** A sheet that was replaced, by one in another language, follows the work no longer. */
    private boolean isReplaced() {
        return wasShown && root.getScene() == null;
    }

    private void showNeeds() {
        long profiles = model.profiles().get();
        long bytes = GeneratePlan.bytesNeeded(profiles, GeneratePlan.engineFor(profiles));
        needs.setText(texts.get("generate.needs", Math.ceil(bytes / MEGABYTE)));
    }

    private void showState() {
        if (isReplaced()) {
            return;
        }
        boolean busy = model.busy().get();
        choices.setDisable(busy);
        run.setDisable(busy);
        cancel.setDisable(busy);
        model.problem().get().ifPresent(p -> problem.setText(texts.sentence(p)));
        shown(problem, model.problem().get().isPresent());
        shown(progressLine, busy);
        if (busy) {
            showProgress(model.progress().get());
        }
    }

    private void showProgress(Optional<GenerateSampleModel.Progress> progress) {
        if (isReplaced()) {
            return;
        }
        bar.setProgress(
                progress.map(GenerateSampleModel.Progress::share)
                        .filter(share -> share < 1)
                        .orElse(ProgressBar.INDETERMINATE_PROGRESS));
        progressWords.setText(
                progress.map(p -> texts.get("generate.progress", formats.count(p.rows())))
                        .orElse(texts.get("generate.begun")));
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Shows whole numbers with grouped digits; they are chosen, not typed. */
    private final class Counts<T extends Number> extends StringConverter<T> {
        @Override
        public String toString(@Nullable T number) {
            return number == null ? "" : formats.count(number.longValue());
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("numbers are chosen, not typed");
        }
    }
}
