package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.local.ImportResult;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.wizard.Wizard;
import io.marquetry.ui.common.wizard.WizardTask;
import io.marquetry.ui.common.wizard.WorkLine;
import io.marquetry.ui.common.work.LongWork;
import io.marquetry.ui.navigation.Destination;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The import of customers, as a wizard shows it. */
final class ImportTask implements WizardTask {

    private static final String PREFIX = "import";

    private final SourcesModel sources;
    private final ImportModel model;
    private final Desk desk;
    private final Texts texts;

    private ImportTask(SourcesModel sources, ImportModel model, Desk desk) {
        this.sources = sources;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        model.speak(texts.locale());
    }

    /** Shows the import as a sheet above the window. */
    static void show(SourcesModel sources, ImportModel model, Desk desk) {
        Wizard.show(desk, PREFIX, now -> new ImportTask(sources, model, now));
    }

    @Override
    public String heading() {
        return texts.get("import.heading");
    }

    @Override
    public List<String> steps() {
        return Arrays.stream(ImportStep.values())
                .map(step -> texts.get("import.step." + step.name()))
                .toList();
    }

    @Override
    public ObservableValue<Integer> step() {
        return model.step().map(Enum::ordinal);
    }

    @Override
    public Parent page(Follows follows) {
        return switch (model.step().get()) {
            case FILE ->
                    Views.load(
                            "importFile",
                            texts,
                            new ImportFileController(model.file(), model::choose, desk, follows));
            case COLUMNS ->
                    Views.load(
                            "importColumns",
                            texts,
                            new ImportColumnsController(
                                    model.columns(), model::readAgain, true, texts, follows));
            case NAME ->
                    Views.load(
                            "importName", texts, new ImportNameController(model, texts, follows));
            case RESULT -> {
                sources.load(desk.notices()::problem);
                made().ifPresent(source -> sources.chosen().set(Optional.of(source.name())));
                yield Views.load(
                        "importResult",
                        texts,
                        new ImportResultController(
                                model.result().get().orElseThrow(), this::done, desk));
            }
        };
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
        return List.of(model.file().ready(), model.file().problem());
    }

    @Override
    public Buttons buttons() {
        return switch (model.step().get()) {
            case FILE -> Buttons.onTheWay(texts, "import.next", readable(), false);
            case COLUMNS -> Buttons.onTheWay(texts, "import.next", true, true);
            case NAME -> Buttons.onTheWay(texts, "import.run", true, true);
            case RESULT ->
                    new Buttons(
                            made().map(source -> texts.get("import.compose")),
                            true,
                            true,
                            Optional.of(texts.get("import.close")));
        };
    }

    private boolean readable() {
        return model.file().ready().get().isPresent() && model.file().problem().get().isEmpty();
    }

    private Optional<ProfileSource> made() {
        return model.result().get().flatMap(ImportResult::source);
    }

    @Override
    public void next() {
        if (model.step().get() != ImportStep.RESULT) {
            model.next();
            return;
        }
        Optional<ProfileSource> source = made();
        desk.sheets().close();
        end();
        source.ifPresent(
                made -> desk.navigation().go(new Destination.NewPackage(Optional.of(made.name()))));
    }

    @Override
    public void back() {
        model.back();
    }

    @Override
    public void take(Path file) {
        if (model.step().get() != ImportStep.RESULT) {
            model.choose(file);
        }
    }

    @Override
    public void end() {
        sources.endImport();
        sources.load(desk.notices()::problem);
    }

    private String done(ImportResult result) {
        Formats formats = new Formats(texts.locale());
        long millis = Math.max(1, result.took().toMillis());
        return result.source()
                .map(
                        source ->
                                texts.get(
                                        "import.done",
                                        source.title(),
                                        formats.took(result.took()),
                                        formats.count(result.profiles().rowsIn() * 1_000 / millis)))
                .map(words -> texts.together(words, texts.get("import.takeBack")))
                .orElse(texts.get("import.nothing"));
    }
}
