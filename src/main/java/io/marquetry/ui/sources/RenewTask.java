package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.RenewalWords;
import io.marquetry.source.local.Renewal;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.wizard.Wizard;
import io.marquetry.ui.common.wizard.WizardTask;
import io.marquetry.ui.common.wizard.WorkLine;
import io.marquetry.ui.common.work.LongWork;
import io.marquetry.ui.sources.RenewModel.Step;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a newer file into a source, as a wizard shows it: what changes is told before it does. */
final class RenewTask implements WizardTask {

    private static final String PREFIX = "import";

    private final SourcesModel sources;
    private final RenewModel model;
    private final Desk desk;
    private final Texts texts;

    private RenewTask(SourcesModel sources, RenewModel model, Desk desk) {
        this.sources = sources;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Shows the task as a sheet above the window. */
    static void show(SourcesModel sources, RenewModel model, Desk desk) {
        Wizard.show(desk, PREFIX, now -> new RenewTask(sources, model, now));
    }

    @Override
    public String heading() {
        return texts.get("renew.heading", model.title());
    }

    @Override
    public List<String> steps() {
        return Arrays.stream(Step.values())
                .map(step -> texts.get("renew.step." + step.name()))
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
            case CHANGES -> changes(model.renewal().orElseThrow());
            case RESULT -> {
                desk.navigation().saysOtherwise();
                sources.load(desk.notices()::problem);
                yield Views.load(
                        "importResult",
                        texts,
                        new ImportResultController(
                                model.result().orElseThrow(),
                                done ->
                                        new RenewalWords(texts)
                                                .done(model.renewal().orElseThrow(), done),
                                desk));
            }
        };
    }

    private Parent changes(Renewal renewal) {
        Formats formats = new Formats(texts.locale());
        VBox page = new VBox(10);
        page.getStyleClass().add("renew-changes");
        Views.dress(page, "renew");
        Label before = figure(formats.count(renewal.source().profiles()));
        long misfits = renewal.misfits().stream().mapToLong(Renewal.Misfit::rows).max().orElse(0);
        Label now = figure(formats.count(renewal.rows() - renewal.lost() - misfits));
        HBox sizes =
                new HBox(
                        24,
                        new VBox(2, before, caption("renew.before")),
                        new FontIcon(Feather.ARROW_RIGHT),
                        new VBox(2, now, caption("renew.after")));
        sizes.getStyleClass().add("renew-sizes");
        page.getChildren().add(sizes);
        for (String told : new RenewalWords(texts).changes(renewal)) {
            Label line = new Label(told);
            line.setWrapText(true);
            line.setMinHeight(Label.USE_PREF_SIZE);
            page.getChildren().add(line);
        }
        Label stays = new Label(texts.get(renewal.loses() ? "renew.loses" : "renew.stays"));
        stays.setWrapText(true);
        stays.getStyleClass().add(renewal.loses() ? "doubt-line" : "muted");
        page.getChildren().add(stays);
        return page;
    }

    private static Label figure(String number) {
        Label label = new Label(number);
        label.getStyleClass().add("figure");
        return label;
    }

    private Label caption(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
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
            case FILE ->
                    Buttons.onTheWay(
                            texts,
                            "renew.look",
                            model.file().ready().get().isPresent()
                                    && model.file().problem().get().isEmpty(),
                            false);
            case CHANGES -> Buttons.onTheWay(texts, "renew.run", true, true);
            case RESULT ->
                    new Buttons(
                            Optional.empty(), false, false, Optional.of(texts.get("import.close")));
        };
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
        if (model.step().get() != Step.RESULT) {
            model.choose(file);
        }
    }

    @Override
    public void end() {
        model.close();
        sources.load(desk.notices()::problem);
    }
}
