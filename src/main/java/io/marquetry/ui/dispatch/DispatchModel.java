package io.marquetry.ui.dispatch;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.Explained;
import io.marquetry.dispatch.desk.ReceiptFile;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dispatches of the workspace, and the one that is looked at. Use it on the FX thread. */
public final class DispatchModel {

    private static final int MOST = 200;

    private final Dispatches dispatches;
    private final Packages packages;
    private final Background background;
    private final Executor onScreen;
    private final LatestOnly loading;
    private final ObservableList<Status> all = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<DispatchId>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty alone = new SimpleBooleanProperty();
    private Map<PackageKey, LocalizedText> names = Map.of();

    /**
     * Makes the model of a workspace's dispatches.
     *
     * @param onScreen brings progress onto the FX thread
     */
    public DispatchModel(
            Dispatches dispatches, Packages packages, Background background, Executor onScreen) {
        this.dispatches = dispatches;
        this.packages = packages;
        this.background = background;
        this.onScreen = onScreen;
        this.loading = new LatestOnly(background);
    }

    /** Returns all dispatches, the newest first. */
    ObservableList<Status> all() {
        return all;
    }

    /** Returns what people call a package, as it was read last; its key where it is gone. */
    String name(PackageKey key, Locale language) {
        LocalizedText name = names.get(key);
        return name == null ? key.value() : name.in(language);
    }

    /** Returns what people call the packages now. Blocks. */
    Map<PackageKey, LocalizedText> names() {
        return Stream.concat(packages.archived().stream(), packages.list().stream())
                .map(PackageRepository.Summary::pack)
                .collect(
                        Collectors.toMap(AssetPackage::key, AssetPackage::name, (one, two) -> two));
    }

    /** Returns whether they were read at least once. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns which one is looked at. */
    ObjectProperty<Optional<DispatchId>> chosen() {
        return chosen;
    }

    /** Returns whether whoever agrees to their own plan knows that nobody else looked at it. */
    BooleanProperty alone() {
        return alone;
    }

    /** Returns what plans, freezes and sends. */
    Dispatches dispatches() {
        return dispatches;
    }

    Background background() {
        return background;
    }

    /** Returns the one that is looked at. */
    Optional<Status> current() {
        return chosen.get().flatMap(this::find);
    }

    private Optional<Status> find(DispatchId id) {
        return all.stream().filter(one -> one.dispatch().id().equals(id)).findFirst();
    }

    /** Returns whether this program sends it right now. */
    boolean isRunning(DispatchId id) {
        return dispatches.isRunning(id);
    }

    /** Reads the list afresh. */
    void load(Consumer<Problem> failed) {
        loading.ask(
                signal -> new Read(dispatches.list(), names()),
                read -> {
                    Optional<DispatchId> before = chosen.get();
                    names = read.names();
                    all.setAll(read.list());
                    loaded.set(true);
                    chosen.set(
                            before.filter(id -> find(id).isPresent())
                                    .or(
                                            () ->
                                                    all.stream()
                                                            .findFirst()
                                                            .map(one -> one.dispatch().id())));
                },
                failed);
    }

    private record Read(List<Status> list, Map<PackageKey, LocalizedText> names) {}

    /** Agrees to the start. */
    void approve(DispatchId id, Consumer<Problem> failed) {
        boolean knows = alone.get();
        act(() -> dispatches.approve(id, knows), failed);
    }

    /** Sends, or goes on sending; progress comes now and then. */
    void start(DispatchId id, Consumer<StateStep> ended, Consumer<Problem> failed) {
        background.run(
                signal -> dispatches.run(id, this::progressed, new CancelSignal()),
                step -> {
                    load(failed);
                    ended.accept(step);
                },
                why -> {
                    load(failed);
                    failed.accept(why);
                });
    }

    private void progressed(Status now) {
        onScreen.execute(
                () -> {
                    for (int i = 0; i < all.size(); i++) {
                        if (all.get(i).dispatch().id().equals(now.dispatch().id())) {
                            all.set(i, now);
                        }
                    }
                });
    }

    void pause(DispatchId id, Consumer<Problem> failed) {
        act(() -> dispatches.pause(id), failed);
    }

    void cancel(DispatchId id, Consumer<Problem> failed) {
        act(() -> dispatches.cancel(id), failed);
    }

    /** Fetches receipts, and writes what was achieved. */
    void receipts(DispatchId id, Consumer<Integer> added, Consumer<Problem> failed) {
        background.run(
                signal -> dispatches.receipts(id, signal),
                count -> {
                    load(failed);
                    added.accept(count);
                },
                failed);
    }

    /** Returns those of whom it is not known what became of them. */
    void unknown(DispatchId id, Consumer<List<Recipient>> found, Consumer<Problem> failed) {
        background.run(
                signal -> dispatches.people().in(id, RecipientState.UNKNOWN, MOST), found, failed);
    }

    /** Returns what a message is called towards the provider. */
    String message(DispatchId id, Recipient person) {
        return find(id).map(Status::dispatch)
                .map(one -> new MessageKey(one, person.route()).of(person.ordinal()))
                .orElse("");
    }

    /** Returns some of the people of a dispatch. */
    void people(
            DispatchId id,
            Predicate<Recipient> which,
            Consumer<List<Recipient>> found,
            Consumer<Problem> failed) {
        background.run(signal -> dispatches.people().some(id, which, MOST), found, failed);
    }

    /** Says why somebody gets a message or not. */
    void explain(DispatchId id, String key, Consumer<Explained> found, Consumer<Problem> failed) {
        background.run(signal -> dispatches.people().explain(id, key), found, failed);
    }

    /** Sends to named people, to try it. */
    void trial(
            DispatchId id,
            Optional<String> person,
            List<String> addresses,
            Consumer<List<Answer>> answered,
            Consumer<Problem> failed) {
        background.run(
                signal -> dispatches.trials().send(id, Optional.empty(), person, addresses),
                answered,
                failed);
    }

    /** Takes what a provider wrote down. */
    void bring(DispatchId id, Path file, Consumer<Brought> added, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    ReceiptFile.Read read = ReceiptFile.read(file, Instant.now());
                    return new Brought(
                            dispatches.bring(id, read.told(), signal),
                            read.skipped(),
                            read.firstSkipped());
                },
                brought -> {
                    load(failed);
                    added.accept(brought);
                },
                failed);
    }

    /**
     * What came of a file of receipts.
     *
     * @param skipped how many rows were not understood
     * @param first the line of the first of them
     */
    record Brought(int added, long skipped, long first) {}

    /** Says what became of somebody. */
    void resolve(DispatchId id, int ordinal, boolean sent, String why, Consumer<Problem> failed) {
        act(() -> dispatches.people().resolve(id, ordinal, sent, why), failed);
    }

    private void act(Runnable work, Consumer<Problem> failed) {
        background.act(work, () -> load(failed), failed);
    }

    /** Pauses all that run; the window closes. */
    void stopAll() {
        dispatches.stopAll();
    }

    /** Returns whether it ended and what it achieved can be looked at. */
    static boolean hasOutcomes(Status status) {
        return status.state().isLast()
                && status.steps().stream().anyMatch(step -> step.state() == DispatchState.RUNNING);
    }
}
