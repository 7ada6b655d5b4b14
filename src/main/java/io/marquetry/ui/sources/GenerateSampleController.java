package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.GeneratedSample;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.wizard.WorkLine;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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
    private final Follows follows = new Follows();

    @FXML private Node choices;
    @FXML private ComboBox<Long> size;
    @FXML private ComboBox<Integer> tags;
    @FXML private Label needs;
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
        desk.sheets().open(now -> new GenerateSampleController(sources, model, now).open());
    }

    private OpenSheet open() {
        return new OpenSheet(
                Views.load(
                        "generateSample",
                        texts,
                        this,
                        new WorkLine<>(model.work(), words(), texts, follows)),
                this::escape,
                follows);
    }

    private WorkLine.Words<GenerateSampleModel.Progress> words() {
        return new WorkLine.Words<>(
                "generate",
                GenerateSampleModel.Progress::share,
                progress ->
                        progress.map(p -> texts.get("generate.progress", formats.count(p.rows())))
                                .orElse(texts.get("generate.begun")),
                texts.get("generate.stopped"));
    }

    @FXML
    void initialize() {
        size.getItems().setAll(GenerateSampleModel.SIZES);
        size.setConverter(new Counts<>());
        size.valueProperty().bindBidirectional(model.profiles());
        tags.getItems().setAll(GenerateSampleModel.TAGS);
        tags.setConverter(new Counts<>());
        tags.valueProperty().bindBidirectional(model.tags());
        follows.on(model.profiles(), now -> showNeeds(now));
        run.setOnAction(event -> model.run(texts.get("generate.title", model.profiles().get())));
        cancel.setOnAction(event -> close());
        follows.on(model.work().busy(), this::showState);
        follows.on(model.result(), made -> made.ifPresent(this::done));
    }

    private void done(GeneratedSample sample) {
        close();
        sources.chosen().set(Optional.of(sample.source().name()));
        desk.notices()
                .done(
                        texts.get(
                                "generate.done",
                                sample.source().title(),
                                sample.source().profiles(),
                                sample.purchases(),
                                sample.tags(),
                                formats.took(sample.took())));
    }

    private void escape() {
        if (model.work().busy().get()) {
            model.work().stop();
        } else {
            close();
        }
    }

    private void close() {
        sources.endGenerating();
        desk.sheets().close();
        sources.load(desk.notices()::problem);
    }

    private void showNeeds(long profiles) {
        long bytes = GeneratePlan.bytesNeeded(profiles, GeneratePlan.engineFor(profiles));
        needs.setText(texts.get("generate.needs", Math.ceil(bytes / MEGABYTE)));
    }

    private void showState(boolean busy) {
        choices.setDisable(busy);
        run.setDisable(busy);
        cancel.setDisable(busy);
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
