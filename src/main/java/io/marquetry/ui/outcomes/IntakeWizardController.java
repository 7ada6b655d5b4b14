package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.source.csv.ImportProgress;
import io.marquetry.source.local.ImportResult;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.sources.FileDrop;
import io.marquetry.ui.sources.ImportResultController;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Steers the import of outcomes through its steps. */
public final class IntakeWizardController {

    private final IntakeModel model;
    private final Desk desk;
    private final Consumer<Optional<OutcomeName>> ended;
    private final Texts texts;
    private final Formats formats;

    @FXML private VBox root;
    @FXML private HBox steps;
    @FXML private StackPane page;
    @FXML private Label problem;
    @FXML private Node progressLine;
    @FXML private ProgressBar bar;
    @FXML private Label progressWords;
    @FXML private Button stop;
    @FXML private Button cancel;
    @FXML private Button back;
    @FXML private Button next;

    private IntakeWizardController(
            IntakeModel model, Desk desk, Consumer<Optional<OutcomeName>> ended) {
        this.model = model;
        this.desk = desk;
        this.ended = ended;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
    }

    /**
     * Shows the import as a sheet above the window.
     *
     * @param ended gets the new outcomes when the sheet closes; empty: there are none
     */
    public static void show(IntakeModel model, Desk desk, Consumer<Optional<OutcomeName>> ended) {
        IntakeWizardController controller = new IntakeWizardController(model, desk, ended);
        Parent sheet =
                Views.<IntakeWizardController>load(
                                "outcomesWizard",
                                desk.texts(),
                                new Controllers()
                                        .with(IntakeWizardController.class, () -> controller))
                        .root();
        Views.dress(sheet, "importWizard");
        desk.sheets().show(sheet, controller::escape);
    }

    @FXML
    void initialize() {
        FileDrop.onto(
                root,
                file -> {
                    if (model.step().get() != IntakeStep.RESULT && !model.busy().get()) {
                        model.choose(file);
                    }
                });
        cancel.setOnAction(event -> close());
        stop.setOnAction(event -> model.stop());
        back.setOnAction(event -> model.back());
        next.setOnAction(
                event -> {
                    if (model.step().get() == IntakeStep.RESULT) {
                        close();
                    } else {
                        model.next();
                    }
                });
        model.busy().subscribe((before, now) -> showState());
        model.problems().subscribe((before, now) -> showState());
        model.file().ready().subscribe((before, now) -> showState());
        model.inPlace().subscribe((before, now) -> showState());
        model.source().subscribe((before, now) -> showState());
        model.progress().subscribe((before, now) -> showProgress(now));
        model.step().subscribe(now -> showStep(now));
    }

    private void escape() {
        if (model.busy().get()) {
            model.stop();
        } else {
            close();
        }
    }

    private void close() {
        Optional<OutcomeName> made =
                model.result().get().flatMap(IntakeModel.IntakeResult::set).map(OutcomeSet::name);
        model.close();
        desk.sheets().close();
        ended.accept(made);
    }

    private void showStep(IntakeStep now) {
        steps.getChildren().clear();
        int number = 1;
        for (IntakeStep step : IntakeStep.values()) {
            Label label =
                    new Label(
                            texts.get(
                                    "import.step",
                                    number,
                                    texts.get("outcomes.step." + step.name())));
            label.getStyleClass().add("step");
            if (step == now) {
                label.getStyleClass().add("now");
            } else if (step.compareTo(now) < 0) {
                label.getStyleClass().add("done");
            }
            steps.getChildren().add(label);
            number++;
        }
        Parent shown =
                switch (now) {
                    case ORIGIN ->
                            load(
                                    "outcomesOrigin",
                                    new Controllers()
                                            .with(
                                                    IntakeOriginController.class,
                                                    () ->
                                                            new IntakeOriginController(
                                                                    model, texts)));
                    case MAPPING ->
                            load(
                                    "outcomesMapping",
                                    new Controllers()
                                            .with(
                                                    IntakeMappingController.class,
                                                    () ->
                                                            new IntakeMappingController(
                                                                    model, texts)));
                    case RESULT -> result();
                };
        shown.getStyleClass().add("import-page");
        page.getChildren().setAll(List.of(shown));
        showState();
    }

    private Parent result() {
        Optional<OutcomeImportResult> rows =
                model.result().get().flatMap(IntakeModel.IntakeResult::rows);
        return rows.isEmpty()
                ? load("outcomesLinked", new Controllers())
                : load(
                        "importResult",
                        new Controllers()
                                .with(
                                        ImportResultController.class,
                                        () ->
                                                new ImportResultController(
                                                        rows.get().rows(), this::done, desk)));
    }

    private Parent load(String stem, Controllers controllers) {
        return Views.load(stem, texts, controllers).root();
    }

    private String done(ImportResult rows) {
        return model.result()
                .get()
                .flatMap(IntakeModel.IntakeResult::set)
                .map(set -> texts.get("outcomes.done", set.title(), formats.took(rows.took())))
                .orElseGet(() -> texts.get("import.nothing"));
    }

    private void showState() {
        IntakeStep step = model.step().get();
        boolean busy = model.busy().get();
        boolean ended = step == IntakeStep.RESULT;
        boolean ready =
                model.inPlace().get()
                        ? model.source().get().isPresent()
                        : model.file().ready().get().isPresent();
        page.setDisable(busy);
        back.setVisible(step == IntakeStep.MAPPING);
        back.setDisable(busy);
        next.setDisable(busy || step == IntakeStep.ORIGIN && !ready);
        next.setText(
                switch (step) {
                    case ORIGIN -> texts.get("import.next");
                    case MAPPING ->
                            texts.get(model.inPlace().get() ? "outcomes.link" : "import.run");
                    case RESULT -> texts.get("outcomes.review");
                });
        cancel.setVisible(!ended);
        cancel.setDisable(busy);
        problem.setText(
                model.problems().get().stream()
                        .map(texts::sentence)
                        .collect(Collectors.joining("\n")));
        shown(problem, !model.problems().get().isEmpty());
        shown(progressLine, busy);
        showProgress(model.progress().get());
    }

    private void showProgress(Optional<ImportProgress> progress) {
        bar.setProgress(
                model.busy().get()
                        ? progress.map(ImportProgress::share)
                                .orElse(ProgressBar.INDETERMINATE_PROGRESS)
                        : 0);
        progressWords.setText(
                progress.map(
                                p ->
                                        texts.get(
                                                "import.progress",
                                                formats.count(p.rows()),
                                                formats.count(p.rowsPerSecond())))
                        .orElse(texts.get("import.reading")));
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
