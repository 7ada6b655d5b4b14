package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.index.LiveProposals;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.sources.remote.ConnectTask;
import io.marquetry.ui.sources.remote.LiveAdvice;
import io.marquetry.ui.sources.remote.RemoteState;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The profile sources of the workspace, the one that is looked at, and the import of more. */
public final class SourcesModel {

    private final Sources listed;
    private final Outcomes outcomes;
    private final LiveProposals proposals;
    private final SampleGenerator generator;
    private final Background background;
    private final Executor onScreen;
    private final LatestOnly loading;
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<SourceName>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<ImportModel> importing = Optional.empty();
    private Optional<RenewModel> renewing = Optional.empty();
    private Optional<GenerateSampleModel> generating = Optional.empty();

    /**
     * Makes the model of a workspace's sources.
     *
     * @param onScreen brings progress onto the FX thread
     */
    public SourcesModel(
            Sources sources,
            Outcomes outcomes,
            LiveProposals proposals,
            SampleGenerator generator,
            Background background,
            Executor onScreen) {
        this.proposals = proposals;
        this.listed = sources;
        this.outcomes = outcomes;
        this.generator = generator;
        this.background = background;
        this.onScreen = onScreen;
        this.loading = new LatestOnly(background);
    }

    ObservableList<ProfileSource> sources() {
        return sources;
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns the source that is looked at. */
    ObjectProperty<Optional<SourceName>> chosen() {
        return chosen;
    }

    /** Reads the list afresh. */
    public void load(Consumer<Problem> failed) {
        loading.ask(
                signal -> listed.list(),
                list -> {
                    Optional<SourceName> before = chosen.get();
                    sources.setAll(list);
                    loaded.set(true);
                    chosen.set(
                            before.filter(name -> find(name).isPresent())
                                    .or(
                                            () ->
                                                    sources.stream()
                                                            .findFirst()
                                                            .map(ProfileSource::name)));
                },
                failed);
    }

    Optional<ProfileSource> find(SourceName name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** Calls a source otherwise. */
    void rename(SourceName name, String title, Consumer<Problem> failed) {
        background.act(() -> listed.rename(name, title), () -> load(failed), failed);
    }

    /** Calls a field or events of a source otherwise. */
    void label(
            SourceName name,
            FieldName what,
            Optional<LocalizedText> label,
            Runnable done,
            Consumer<Problem> failed) {
        background.act(
                () -> listed.label(name, what.written(), label),
                () -> {
                    done.run();
                    load(failed);
                },
                failed);
    }

    /** Returns what tells the values of a source's columns. */
    ColumnValues columns(SourceName source) {
        return new ColumnValues(source, proposals.audiences().readers(), background);
    }

    /** Removes a source; what could not be forgotten with it is told as a problem is. */
    void remove(SourceName name, Runnable removed, Consumer<Problem> failed) {
        background.run(
                signal -> listed.remove(name),
                left -> {
                    load(failed);
                    removed.run();
                    left.ifPresent(failed);
                },
                failed);
    }

    /** Begins to read a newer file into a source. */
    RenewModel beginRenewing(ProfileSource source) {
        renewing.ifPresent(RenewModel::close);
        RenewModel begun =
                new RenewModel(listed, source.name(), source.title(), background, onScreen);
        renewing = Optional.of(begun);
        return begun;
    }

    /** Returns what was last begun to read a newer file, if anything. */
    Optional<RenewModel> renewing() {
        return renewing;
    }

    /** Shows the connecting of a database. */
    void connect(Desk desk) {
        ConnectTask.show(
                listed,
                outcomes,
                background,
                onScreen,
                made -> {
                    chosen.set(Optional.of(made));
                    load(desk.notices()::problem);
                },
                desk);
    }

    /** Returns the part that tells whether servers answer. */
    RemoteState remote(Desk desk) {
        return new RemoteState(
                listed,
                background,
                desk.texts(),
                () -> load(desk.notices()::problem),
                desk.notices()::problem,
                new RemoteSteps(outcomes, background, desk));
    }

    /** Returns what tells whether a source is better asked itself. */
    LiveAdvice advice(Desk desk) {
        return new LiveAdvice(proposals, background, desk.texts());
    }

    /** Begins an import. */
    ImportModel beginImport() {
        endImport();
        ImportModel begun = new ImportModel(listed, background, onScreen);
        importing = Optional.of(begun);
        return begun;
    }

    /** Returns the import that was begun and not ended. */
    Optional<ImportModel> importing() {
        return importing;
    }

    /** Ends the import; what runs is stopped and nothing of it is kept. */
    void endImport() {
        importing.ifPresent(ImportModel::close);
        importing = Optional.empty();
    }

    /** Begins a large sample. */
    GenerateSampleModel beginGenerating() {
        endGenerating();
        GenerateSampleModel begun =
                new GenerateSampleModel(generator, listed, background, onScreen);
        generating = Optional.of(begun);
        return begun;
    }

    /** Returns the sample that was begun and not ended. */
    Optional<GenerateSampleModel> generating() {
        return generating;
    }

    /** Ends the sample; what runs is stopped and nothing of it is kept. */
    void endGenerating() {
        generating.ifPresent(begun -> begun.work().stop());
        generating = Optional.empty();
    }
}
