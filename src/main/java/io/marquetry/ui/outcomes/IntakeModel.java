package io.marquetry.ui.outcomes;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportProgress;
import io.marquetry.source.local.EngineChoice;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.sources.ImportFile;
import io.marquetry.workspace.OpenWorkspace;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * An import of outcomes from the choice of their table to its result; needs no stage. Use it on the
 * FX thread.
 */
public final class IntakeModel {

    private final OpenWorkspace workspace;
    private final Background background;
    private final Executor onScreen;
    private final LatestOnly running;
    private final ImportFile file;
    private final MappingForm form = new MappingForm();
    private final BooleanProperty inPlace = new SimpleBooleanProperty();
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final ObservableList<PackageKey> packages = FXCollections.observableArrayList();
    private final ObservableList<OutcomeName> kept = FXCollections.observableArrayList();
    private final Map<OutcomeName, SavedMapping> mappings = new TreeMap<>();
    private final ObjectProperty<Optional<ProfileSource>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> stream =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<IntakeStep> step =
            new ReadOnlyObjectWrapper<>(IntakeStep.ORIGIN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ImportProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<IntakeResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What the import did.
     *
     * @param set the new outcomes; empty where no row could be accepted
     * @param rows what became of the rows of a file; empty where they stay in their source
     */
    record IntakeResult(Optional<OutcomeSet> set, Optional<OutcomeImportResult> rows) {}

    /**
     * Begins an import.
     *
     * @param onScreen brings progress onto the FX thread
     */
    public IntakeModel(OpenWorkspace workspace, Background background, Executor onScreen) {
        this.workspace = workspace;
        this.background = background;
        this.onScreen = onScreen;
        this.running = new LatestOnly(background);
        this.file = new ImportFile(background);
        background.run(
                signal ->
                        new Offered(
                                workspace.sources().list(),
                                workspace.packages().list().stream()
                                        .map(row -> row.pack().key())
                                        .toList(),
                                workspace.outcomeMappings().all()),
                this::offer,
                this::failed);
    }

    ImportFile file() {
        return file;
    }

    MappingForm form() {
        return form;
    }

    /** Returns whether the outcomes stay in a source. */
    BooleanProperty inPlace() {
        return inPlace;
    }

    ObservableList<ProfileSource> sources() {
        return sources;
    }

    ObservableList<PackageKey> packages() {
        return packages;
    }

    /** Returns the names of the mappings that were kept. */
    ObservableList<OutcomeName> kept() {
        return kept;
    }

    ObjectProperty<Optional<ProfileSource>> source() {
        return source;
    }

    /** Returns the events that are the rows; empty: the profiles are. */
    ObjectProperty<Optional<String>> stream() {
        return stream;
    }

    ReadOnlyObjectProperty<IntakeStep> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportProgress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns what keeps the import from going on. */
    ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<IntakeResult>> result() {
        return result.getReadOnlyProperty();
    }

    /** Chooses the file, and finds out how it is written. */
    public void choose(Path chosen) {
        stop();
        inPlace.set(false);
        problems.set(List.of());
        step.set(IntakeStep.ORIGIN);
        file.choose(chosen);
    }

    /** Maps the columns as was kept under a name. */
    void use(OutcomeName name) {
        SavedMapping saved = mappings.get(name);
        if (saved != null) {
            form.take(saved);
        }
    }

    /** Goes on to the next step, reading or importing where that is due. */
    void next() {
        if (busy.get()) {
            return;
        }
        switch (step.get()) {
            case ORIGIN -> toMapping();
            case MAPPING -> check();
            case RESULT -> {}
        }
    }

    /** Goes back to the choice of the table. */
    void back() {
        if (!busy.get() && step.get() == IntakeStep.MAPPING) {
            problems.set(List.of());
            step.set(IntakeStep.ORIGIN);
        }
    }

    /** Stops what is running; nothing of it is kept. */
    void stop() {
        running.cancel();
        end();
    }

    /** Stops what is running and lets go of the result. */
    void close() {
        stop();
        file.close();
        result.get()
                .flatMap(IntakeResult::rows)
                .ifPresent(rows -> background.act(rows::close, () -> {}, ignored -> {}));
    }

    private void toMapping() {
        if (inPlace.get()) {
            source.get().ifPresent(this::ofSource);
        } else {
            file.ready().get().ifPresent(this::ofFile);
        }
    }

    private void ofSource(ProfileSource chosen) {
        Optional<String> rows = stream.get();
        String wanted = chosen.name().value() + rows.map(name -> "-" + name).orElse("");
        begin();
        running.ask(
                signal -> workspace.outcomeIntake().freeName(wanted),
                free -> begun(TableColumns.of(chosen, rows), rows, free),
                this::failed);
    }

    private void ofFile(ImportFile.Ready ready) {
        begin();
        running.ask(
                signal ->
                        new Inspected(
                                ImportInspection.of(
                                        ready.input(),
                                        ready.format(),
                                        column -> Set.of(),
                                        this::progressed,
                                        signal),
                                workspace.outcomeIntake().freeName(ready.input().label())),
                found ->
                        begun(
                                TableColumns.of(ready.input().label(), found.columns()),
                                Optional.empty(),
                                found.free()),
                this::failed);
    }

    private void begun(TableColumns columns, Optional<String> rows, OutcomeName free) {
        end();
        form.begin(columns, rows, free);
        step.set(IntakeStep.MAPPING);
    }

    private void check() {
        problems.set(form.problems());
        if (!problems.get().isEmpty()) {
            return;
        }
        OutcomeName name = new OutcomeName(form.name().get().strip());
        Optional<OutcomeName> keepAs =
                Optional.of(form.keepAs().get().strip())
                        .filter(text -> !text.isEmpty())
                        .map(OutcomeName::new);
        SavedMapping saved = form.saved();
        begin();
        if (inPlace.get()) {
            OutcomeSet set = linked(name, source.get().orElseThrow().name());
            running.ask(
                    signal -> {
                        workspace.outcomeIntake().link(set);
                        keepAs.ifPresent(n -> workspace.outcomeMappings().save(n, saved));
                        return new IntakeResult(Optional.of(set), Optional.empty());
                    },
                    this::done,
                    this::failed);
        } else {
            OutcomePlan plan = plan(name, file.ready().get().orElseThrow());
            running.ask(
                    signal -> {
                        OutcomeImportResult rows =
                                workspace.outcomeIntake().run(plan, this::progressed, signal);
                        keepAs.ifPresent(n -> workspace.outcomeMappings().save(n, saved));
                        return new IntakeResult(rows.set(), Optional.of(rows));
                    },
                    this::done,
                    this::failed);
        }
    }

    private OutcomeSet linked(OutcomeName name, SourceName place) {
        return new OutcomeSet(
                name,
                form.title().get().strip(),
                new OutcomeOrigin.InPlace(place),
                form.mapping(),
                form.design(),
                form.packages(),
                InstantSource.system().instant());
    }

    private OutcomePlan plan(OutcomeName name, ImportFile.Ready ready) {
        return new OutcomePlan(
                ready.input(),
                ready.format(),
                form.table().get().file(),
                form.mapping(),
                form.design(),
                name,
                form.title().get().strip(),
                form.packages(),
                EngineChoice.proposed(ready.input().size()));
    }

    private void done(IntakeResult made) {
        end();
        result.set(Optional.of(made));
        step.set(IntakeStep.RESULT);
    }

    private void offer(Offered offered) {
        sources.setAll(offered.sources());
        packages.setAll(offered.packages());
        mappings.putAll(offered.mappings());
        kept.setAll(mappings.keySet());
        if (source.get().isEmpty()) {
            source.set(sources.stream().findFirst());
        }
    }

    private void begin() {
        problems.set(List.of());
        progress.set(Optional.empty());
        busy.set(true);
    }

    private void end() {
        busy.set(false);
        progress.set(Optional.empty());
    }

    private void failed(Problem why) {
        end();
        problems.set(List.of(why));
    }

    private void progressed(ImportProgress now) {
        onScreen.execute(
                () -> {
                    if (busy.get()) {
                        progress.set(Optional.of(now));
                    }
                });
    }

    private record Offered(
            List<ProfileSource> sources,
            List<PackageKey> packages,
            Map<OutcomeName, SavedMapping> mappings) {}

    private record Inspected(ImportInspection columns, OutcomeName free) {}
}
