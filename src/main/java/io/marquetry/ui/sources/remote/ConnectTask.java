package io.marquetry.ui.sources.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Notices;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.wizard.Wizard;
import io.marquetry.ui.common.wizard.WizardTask;
import io.marquetry.ui.common.wizard.WorkLine;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LongWork;
import io.marquetry.ui.navigation.Destination;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Connecting a database, as a wizard shows it. */
public final class ConnectTask implements WizardTask {

    private static final String PREFIX = "connect";

    private final ConnectModel model;
    private final Consumer<SourceName> made;
    private final Desk desk;
    private final Texts texts;

    private ConnectTask(ConnectModel model, Consumer<SourceName> made, Desk desk) {
        this.model = model;
        this.made = made;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * Shows the task as a sheet above the window.
     *
     * @param onScreen brings progress onto the FX thread
     * @param made is told which source was made
     */
    public static void show(
            Sources sources,
            Outcomes outcomes,
            Background background,
            Executor onScreen,
            Consumer<SourceName> made,
            Desk desk) {
        show(new ConnectModel(sources, outcomes, background, onScreen), made, desk);
    }

    /** Shows the task over a model that outlives changes of language. */
    static void show(ConnectModel model, Consumer<SourceName> made, Desk desk) {
        Wizard.show(desk, PREFIX, now -> new ConnectTask(model, made, now));
    }

    @Override
    public String heading() {
        return texts.get("connect.heading");
    }

    @Override
    public List<String> steps() {
        return Arrays.stream(ConnectStep.values())
                .map(step -> texts.get("connect.step." + step.name()))
                .toList();
    }

    @Override
    public ObservableValue<Integer> step() {
        return model.step().map(Enum::ordinal);
    }

    @Override
    public Parent page(Follows follows) {
        follows.on(model.result(), result -> result.ifPresent(this::done));
        return switch (model.step().get()) {
            case WHERE ->
                    Views.load(
                            "connectWhere",
                            texts,
                            new ConnectWhereController(model.where(), texts, follows));
            case CHECK ->
                    Views.load(
                            "connectCheck",
                            texts,
                            new ConnectCheckController(model, texts, follows));
            case MAPPING ->
                    Views.load(
                            "connectMapping",
                            texts,
                            new ConnectMappingController(model, texts, follows));
            case COLUMNS ->
                    Views.load(
                            "connectColumns",
                            texts,
                            new ConnectColumnsController(model, desk, follows));
        };
    }

    @Override
    public WorkLine<?> workLine(Follows follows) {
        return new WorkLine<>(
                model.work(),
                new WorkLine.Words<>(
                        PREFIX,
                        progress -> 1,
                        progress -> texts.get("connect.asking"),
                        texts.get("connect.stopped")),
                texts,
                follows);
    }

    @Override
    public LongWork<?> work() {
        return model.work();
    }

    @Override
    public List<ObservableValue<?>> changes() {
        return List.of(
                model.where().host(),
                model.where().database(),
                model.where().user(),
                model.people(),
                model.key());
    }

    @Override
    public Buttons buttons() {
        return switch (model.step().get()) {
            case WHERE -> Buttons.onTheWay(texts, "connect.test", model.isReady(), false);
            case CHECK -> Buttons.onTheWay(texts, "import.next", model.isReady(), true);
            case MAPPING -> Buttons.onTheWay(texts, "import.next", model.isReady(), true);
            case COLUMNS -> Buttons.onTheWay(texts, "connect.run", model.isReady(), true);
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
        if (model.step().get() == ConnectStep.WHERE) {
            model.take(file);
        }
    }

    @Override
    public void end() {
        model.close();
    }

    private void done(ProfileSource source) {
        desk.sheets().close();
        end();
        made.accept(source.name());
        desk.notices()
                .done(
                        texts.get("connect.done", source.title(), source.profiles()),
                        source.outcomeStreams().stream()
                                .limit(1)
                                .map(
                                        stream ->
                                                new Notices.Step(
                                                        texts.get("remote.outcomes", stream),
                                                        () ->
                                                                desk.navigation()
                                                                        .go(
                                                                                new Destination
                                                                                        .OutcomesIn(
                                                                                        source
                                                                                                .name(),
                                                                                        stream))))
                                .toList());
    }
}
