package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.csv.ImportProgress;
import io.marquetry.source.local.ImportResult;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;

import javafx.beans.value.ObservableValue;
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
import java.util.Locale;
import java.util.Optional;

/** Steers the import of customers through its steps. */
final class ImportWizardController {

    private final SourcesModel sources;
    private final ImportModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;

    private boolean wasShown;

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

    private ImportWizardController(SourcesModel sources, ImportModel model, Desk desk) {
        this.sources = sources;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
    }

    /** Shows the import as a sheet above the window. */
    static void show(SourcesModel sources, ImportModel model, Desk desk) {
        ImportWizardController controller = new ImportWizardController(sources, model, desk);
        Parent sheet =
                Views.<ImportWizardController>load(
                                "importWizard",
                                desk.texts(),
                                new Controllers()
                                        .with(ImportWizardController.class, () -> controller))
                        .root();
        desk.sheets().show(sheet, controller::escape);
    }

    @FXML
    void initialize() {
        FileDrop.onto(
                root,
                file -> {
                    if (model.step().get() != ImportStep.RESULT && !model.busy().get()) {
                        model.choose(file);
                    }
                });
        root.sceneProperty().addListener((o, old, scene) -> wasShown |= scene != null);
        cancel.setOnAction(event -> close());
        stop.setOnAction(event -> stop());
        back.setOnAction(event -> model.back());
        next.setOnAction(event -> next());
        List.<ObservableValue<?>>of(model.busy(), model.problem(), model.file().ready())
                .forEach(part -> part.addListener((o, old, now) -> showState()));
        model.progress().addListener((o, old, now) -> showProgress(now));
        model.step().addListener((o, old, now) -> showStep());
        showStep();
    }

    private void next() {
        if (model.step().get() == ImportStep.RESULT) {
            composeOrClose();
        } else {
            model.next();
        }
    }

    private void composeOrClose() {
        var source = model.result().get().flatMap(result -> result.source());
        close();
        source.ifPresent(made -> desk.navigation().newPackage(Optional.of(made.name())));
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
        problem.setText(texts.get("import.stopped"));
        shown(problem, true);
    }

    private void close() {
        sources.endImport();
        desk.sheets().close();
        sources.load(desk.notices()::problem);
    }

    /** A sheet that was replaced, by one in another language, follows the import no longer. */
    private boolean isReplaced() {
        return wasShown && root.getScene() == null;
    }

    private void showStep() {
        if (isReplaced()) {
            return;
        }
        ImportStep now = model.step().get();
        steps.getChildren().clear();
        int number = 1;
        for (ImportStep step : ImportStep.values()) {
            Label label = new Label(texts.get("import.step", number, texts.get(stepKey(step))));
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
                Views.load(
                                "import" + capital(now),
                                texts,
                                new Controllers()
                                        .with(
                                                ImportFileController.class,
                                                () ->
                                                        new ImportFileController(
                                                                model.file(), model::choose, texts))
                                        .with(
                                                ImportColumnsController.class,
                                                () -> new ImportColumnsController(model, texts))
                                        .with(
                                                ImportNameController.class,
                                                () -> new ImportNameController(model, texts))
                                        .with(
                                                ImportResultController.class,
                                                () ->
                                                        new ImportResultController(
                                                                model.result().get().orElseThrow(),
                                                                this::done,
                                                                desk)))
                        .root();
        shown.getStyleClass().add("import-page");
        page.getChildren().setAll(List.of(shown));
        showState();
        if (now == ImportStep.RESULT) {
            sources.load(desk.notices()::problem);
            model.result()
                    .get()
                    .flatMap(result -> result.source())
                    .ifPresent(made -> sources.chosen().set(Optional.of(made.name())));
        }
    }

    private String done(ImportResult result) {
        long millis = Math.max(1, result.took().toMillis());
        return result.source()
                .map(
                        source ->
                                texts.get(
                                        "import.done",
                                        source.name().value(),
                                        formats.took(result.took()),
                                        formats.count(result.profiles().rowsIn() * 1_000 / millis)))
                .orElse(texts.get("import.nothing"));
    }

    private static String capital(ImportStep step) {
        String name = step.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String stepKey(ImportStep step) {
        return switch (step) {
            case FILE -> "import.step.file";
            case COLUMNS -> "import.step.columns";
            case NAME -> "import.step.name";
            case RESULT -> "import.step.result";
        };
    }

    private void showState() {
        if (isReplaced()) {
            return;
        }
        ImportStep step = model.step().get();
        boolean busy = model.busy().get();
        boolean ended = step == ImportStep.RESULT;
        boolean made = model.result().get().flatMap(result -> result.source()).isPresent();
        page.setDisable(busy);
        back.setDisable(busy || step == ImportStep.FILE);
        back.setVisible(!ended);
        next.setDisable(busy || step == ImportStep.FILE && !readable());
        next.setVisible(!ended || made);
        next.setText(
                switch (step) {
                    case FILE, COLUMNS -> texts.get("import.next");
                    case NAME -> texts.get("import.run");
                    case RESULT -> texts.get("import.compose");
                });
        cancel.setText(texts.get(ended ? "import.close" : "button.cancel"));
        cancel.setDisable(busy);
        model.problem().get().ifPresent(p -> problem.setText(texts.sentence(p)));
        shown(problem, model.problem().get().isPresent());
        shown(progressLine, busy);
        if (busy) {
            showProgress(model.progress().get());
        }
    }

    private boolean readable() {
        return model.file().ready().get().isPresent() && model.file().problem().get().isEmpty();
    }

    private void showProgress(Optional<ImportProgress> progress) {
        bar.setProgress(
                progress.map(ImportProgress::share).orElse(ProgressBar.INDETERMINATE_PROGRESS));
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
