package io.marquetry.ui.outcomes;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.TableFile;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LongWork;
import io.marquetry.ui.sources.ImportColumns;
import io.marquetry.ui.sources.ImportFile;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * An import of outcomes from the choice of their table to its result; needs no stage. Use it on the
 * FX thread.
 */
public final class IntakeModel {

    private final Outcomes outcomes;
    private final Background background;
    private final LongWork<ImportProgress> work;
    private final ImportFile file;
    private final ImportColumns columns = new ImportColumns();
    private final MappingForm form = new MappingForm();
    private final BooleanProperty inPlace = new SimpleBooleanProperty();
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final ObservableList<PackageKey> packages = FXCollections.observableArrayList();
    private final KeptMappings kept = new KeptMappings();
    private final ObjectProperty<Optional<ProfileSource>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> stream =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<IntakeStep> step =
            new ReadOnlyObjectWrapper<>(IntakeStep.ORIGIN);
    private final ReadOnlyObjectWrapper<Optional<IntakeResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private TableColumns begun = TableColumns.NONE;

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
    public IntakeModel(
            Outcomes outcomes,
            Sources sources,
            Packages packages,
            Background background,
            Executor onScreen) {
        this.outcomes = outcomes;
        this.background = background;
        this.work = new LongWork<>(background, onScreen);
        this.file = new ImportFile(background);
        background.run(
                signal ->
                        new Offered(
                                sources.list(),
                                packages.list().stream().map(row -> row.pack().key()).toList(),
                                outcomes.mappings().all()),
                this::offer,
                why -> work.refuse(List.of(why)));
        kept.like().subscribe((before, now) -> use());
        inPlace.subscribe(this::propose);
        source.subscribe(this::propose);
        stream.subscribe(this::propose);
        for (OutcomeRole role : OutcomeRole.values()) {
            RoleForm told = form.role(role);
            told.column().subscribe(this::lookAgain);
            told.equal().subscribe(this::lookAgain);
            told.word().subscribe(this::lookAgain);
        }
        form.rows().subscribe(this::lookAgain);
        form.control().subscribe(this::lookAgain);
        form.title().subscribe(this::lookAgain);
    }

    /** What was refused and is mended is no longer said. */
    private void lookAgain() {
        if (step.get() == IntakeStep.MAPPING && !work.problems().get().isEmpty()) {
            work.refuse(form.problems());
        }
    }

    ImportFile file() {
        return file;
    }

    /** Returns how the columns of the file are read. */
    ImportColumns columns() {
        return columns;
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

    /** Returns the mappings that were kept, and which the columns are read and mapped by. */
    KeptMappings kept() {
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

    /** Returns the steps there are for the chosen table. */
    List<IntakeStep> steps() {
        return Arrays.stream(IntakeStep.values())
                .filter(s -> s != IntakeStep.COLUMNS || !inPlace.get())
                .toList();
    }

    /** Returns the reading of the table; the steps stand still meanwhile. */
    LongWork<ImportProgress> work() {
        return work;
    }

    ReadOnlyObjectProperty<Optional<IntakeResult>> result() {
        return result.getReadOnlyProperty();
    }

    /** Chooses the file, and finds out how it is written. */
    public void choose(Path chosen) {
        work.stop();
        work.refuse(List.of());
        inPlace.set(false);
        columns.clear();
        step.set(IntakeStep.ORIGIN);
        file.choose(chosen);
    }

    /** The columns are read and mapped anew by the kept mapping that was chosen. */
    private void use() {
        begun = TableColumns.NONE;
        columns.correct(kept.chosen().map(SavedMapping::readings).orElse(ColumnReadings.NONE));
    }

    private void propose() {
        kept.propose(source.get().filter(chosen -> inPlace.get()), stream.get());
    }

    /** Begins with events of a source; the user still sees what was chosen. */
    public void begin(SourceName place, String events) {
        inPlace.set(true);
        stream.set(Optional.of(events));
        sources.subscribe(
                () ->
                        source.set(
                                sources.filtered(one -> one.name().equals(place)).stream()
                                        .findFirst()));
    }

    /** Goes on to the next step, reading or importing where that is due. */
    void next() {
        if (work.busy().get()) {
            return;
        }
        switch (step.get()) {
            case ORIGIN -> fromOrigin();
            case COLUMNS -> fromColumns();
            case MAPPING -> check();
            case RESULT -> {}
        }
    }

    /** Goes back one step; from the result by taking back what was imported or linked. */
    void back() {
        if (work.busy().get()) {
            return;
        }
        if (step.get() == IntakeStep.RESULT) {
            takeBack();
            return;
        }
        int now = steps().indexOf(step.get());
        if (now > 0) {
            work.refuse(List.of());
            step.set(steps().get(now - 1));
        }
    }

    private void takeBack() {
        IntakeResult made = result.get().orElseThrow();
        work.run(
                (progress, signal) -> {
                    made.set().ifPresent(set -> outcomes.intake().remove(set.name()));
                    made.rows().ifPresent(OutcomeImportResult::close);
                    return true;
                },
                _ -> {
                    result.set(Optional.empty());
                    step.set(IntakeStep.MAPPING);
                });
    }

    /** Reads the columns again, after another text was said to mean “no value”. */
    void readAgain() {
        if (step.get() == IntakeStep.COLUMNS) {
            fromOrigin();
        }
    }

    /** Stops what is running and lets go of the result. */
    void close() {
        work.stop();
        file.close();
        result.get()
                .flatMap(IntakeResult::rows)
                .ifPresent(rows -> background.act(rows::close, () -> {}, ignored -> {}));
    }

    private void fromOrigin() {
        if (inPlace.get()) {
            source.get().ifPresent(chosen -> fromSource(chosen, stream.get()));
        } else {
            file.ready()
                    .get()
                    .ifPresent(
                            ready -> columns.read(ready, work, () -> step.set(IntakeStep.COLUMNS)));
        }
    }

    private void fromSource(ProfileSource chosen, Optional<String> rows) {
        String name = chosen.name().value();
        work.run(
                (progress, signal) -> outcomes.intake().words(chosen, rows, signal),
                words ->
                        toMapping(
                                TableColumns.of(chosen, rows, words),
                                rows,
                                rows.map(events -> name + "-" + events).orElse(name)));
    }

    private void fromColumns() {
        columns.check();
        if (columns.problem().get().isEmpty()) {
            String label = file.ready().get().orElseThrow().file().label();
            ImportInspection found = columns.inspection().get().orElseThrow();
            toMapping(TableColumns.of(label, found, columns.build()), Optional.empty(), label);
        }
    }

    /** What was said of the same columns before stays. */
    private void toMapping(TableColumns table, Optional<String> rows, String wanted) {
        if (table.isLike(begun)) {
            form.again(table);
            work.refuse(List.of());
            step.set(IntakeStep.MAPPING);
            return;
        }
        work.run(
                (progress, signal) -> outcomes.intake().freeName(wanted),
                free -> {
                    begun = table;
                    form.begin(table, rows, free);
                    kept.chosen().ifPresent(form::take);
                    step.set(IntakeStep.MAPPING);
                });
    }

    private void check() {
        work.refuse(form.problems());
        if (!work.problems().get().isEmpty()) {
            return;
        }
        OutcomeName name = new OutcomeName(form.name().get().strip());
        Optional<OutcomeName> keepAs =
                Optional.of(form.keepAs().get().strip())
                        .filter(text -> !text.isEmpty())
                        .map(OutcomeName::new);
        SavedMapping saved =
                form.saved(inPlace.get() ? ColumnReadings.NONE : columns.corrections());
        if (inPlace.get()) {
            OutcomeSet set = linked(name, source.get().orElseThrow().name());
            work.run(
                    (progress, signal) -> {
                        outcomes.intake().link(set);
                        keepAs.ifPresent(n -> outcomes.mappings().save(n, saved));
                        return new IntakeResult(Optional.of(set), Optional.empty());
                    },
                    this::done);
        } else {
            OutcomePlan plan = plan(name, file.ready().get().orElseThrow().file());
            work.run(
                    (progress, signal) -> {
                        OutcomeImportResult rows =
                                outcomes.intake().run(plan, progress::accept, signal);
                        keepAs.ifPresent(n -> outcomes.mappings().save(n, saved));
                        return new IntakeResult(rows.set(), Optional.of(rows));
                    },
                    this::done);
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

    private OutcomePlan plan(OutcomeName name, TableFile table) {
        return new OutcomePlan(
                table,
                form.table().get().file(),
                form.mapping(),
                form.design(),
                name,
                form.title().get().strip(),
                form.packages(),
                table.proposedEngine());
    }

    private void done(IntakeResult made) {
        result.set(Optional.of(made));
        step.set(IntakeStep.RESULT);
    }

    private void offer(Offered offered) {
        kept.offer(offered.mappings());
        sources.setAll(offered.sources());
        packages.setAll(offered.packages());
        if (source.get().isEmpty()) {
            source.set(sources.stream().findFirst());
        }
        propose();
    }

    private record Offered(
            List<ProfileSource> sources,
            List<PackageKey> packages,
            Map<OutcomeName, SavedMapping> mappings) {}
}
