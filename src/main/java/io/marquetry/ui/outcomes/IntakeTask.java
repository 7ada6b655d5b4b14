package io.marquetry.ui.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.source.local.ImportResult;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.wizard.Wizard;
import io.marquetry.ui.common.wizard.WizardTask;
import io.marquetry.ui.common.wizard.WorkLine;
import io.marquetry.ui.common.work.LongWork;
import io.marquetry.ui.sources.ImportColumnsController;
import io.marquetry.ui.sources.ImportResultController;
import io.marquetry.ui.sources.ImportWords;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The import of outcomes, as a wizard shows it. */
public final class IntakeTask implements WizardTask {

    private static final String PREFIX = "outcomes";

    private final IntakeModel model;
    private final Consumer<Optional<OutcomeName>> ended;
    private final Desk desk;
    private final Texts texts;

    private IntakeTask(IntakeModel model, Desk desk, Consumer<Optional<OutcomeName>> ended) {
        this.model = model;
        this.ended = ended;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * Shows the import as a sheet above the window.
     *
     * @param ended gets the new outcomes when the sheet closes; empty: there are none
     */
    public static void show(IntakeModel model, Desk desk, Consumer<Optional<OutcomeName>> ended) {
        Wizard.show(desk, PREFIX, now -> new IntakeTask(model, now, ended));
    }

    @Override
    public String heading() {
        return texts.get("outcomes.heading");
    }

    @Override
    public List<String> steps() {
        return model.steps().stream()
                .map(step -> texts.get("outcomes.step." + step.name()))
                .toList();
    }

    @Override
    public ObservableValue<Integer> step() {
        return model.step().map(step -> model.steps().indexOf(step));
    }

    @Override
    public Parent page(Follows follows) {
        return switch (model.step().get()) {
            case ORIGIN ->
                    Views.load(
                            "outcomesOrigin",
                            texts,
                            new IntakeOriginController(model, desk, follows));
            case COLUMNS ->
                    Views.load(
                            "importColumns",
                            texts,
                            new ImportColumnsController(
                                    model.columns(), model::readAgain, false, texts, follows));
            case MAPPING ->
                    Views.load(
                            "outcomesMapping",
                            texts,
                            new IntakeMappingController(model, texts, follows));
            case RESULT -> result();
        };
    }

    private Parent result() {
        Optional<OutcomeImportResult> rows =
                model.result().get().flatMap(IntakeModel.IntakeResult::rows);
        return rows.isEmpty()
                ? Views.load("outcomesLinked", texts)
                : Views.load(
                        "importResult",
                        texts,
                        new ImportResultController(rows.get().rows(), this::done, desk));
    }

    @Override
    public WorkLine<?> workLine(Follows follows) {
        return new WorkLine<>(model.work(), ImportWords.of(PREFIX, texts), texts, follows);
    }

    @Override
    public LongWork<?> work() {
        return model.work();
    }

    @Override
    public List<ObservableValue<?>> changes() {
        return List.of(
                model.file().ready(), model.file().problem(), model.inPlace(), model.source());
    }

    @Override
    public Buttons buttons() {
        return switch (model.step().get()) {
            case ORIGIN -> Buttons.onTheWay(texts, "import.next", ready(), false);
            case COLUMNS -> Buttons.onTheWay(texts, "import.next", true, true);
            case MAPPING ->
                    Buttons.onTheWay(
                            texts,
                            model.inPlace().get() ? "outcomes.link" : "import.run",
                            true,
                            true);
            case RESULT ->
                    new Buttons(
                            Optional.of(
                                    texts.get(
                                            made().isPresent()
                                                    ? "outcomes.review"
                                                    : "import.close")),
                            true,
                            true,
                            Optional.empty());
        };
    }

    private boolean ready() {
        return model.inPlace().get()
                ? model.source().get().isPresent()
                : model.file().ready().get().isPresent() && model.file().problem().get().isEmpty();
    }

    private Optional<OutcomeSet> made() {
        return model.result().get().flatMap(IntakeModel.IntakeResult::set);
    }

    @Override
    public void next() {
        model.next();
    }

    @Override
    public void back() {
        model.back();
    }

    @Override
    public void take(Path file) {
        if (model.step().get() != IntakeStep.RESULT) {
            model.choose(file);
        }
    }

    @Override
    public void end() {
        Optional<OutcomeName> made = made().map(OutcomeSet::name);
        model.close();
        ended.accept(made);
    }

    private String done(ImportResult rows) {
        return made().map(
                        set ->
                                texts.get(
                                        "outcomes.done",
                                        texts.known(set.title()),
                                        new Formats(texts.locale()).took(rows.took())))
                .map(words -> texts.together(words, texts.get("import.takeBack")))
                .orElseGet(() -> texts.get("import.nothing"));
    }
}
