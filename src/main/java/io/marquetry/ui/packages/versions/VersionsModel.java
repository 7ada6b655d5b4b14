package io.marquetry.ui.packages.versions;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.compare.VersionDifferences;
import io.marquetry.compare.VersionDifferences.Counted;
import io.marquetry.compare.VersionDifferences.State;
import io.marquetry.compare.VersionDifferences.VersionDifference;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife.VersionLife;
import io.marquetry.overview.Near;
import io.marquetry.overview.Overviews;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.ExportReasons;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageKeys;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.workspace.Workspace;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The finished versions of one package, the one that is looked at, and what it is compared with.
 */
final class VersionsModel {

    private final Packages packages;
    private final TagGovernance tags;
    private final AudienceIndexes indexes;
    private final Lives lives;
    private final Overviews overviews;
    private final LatestOnly nearing;
    private final ReadOnlyObjectWrapper<Optional<List<Near>>> nearest =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Problem> failedComparing = why -> {};
    private final ExportReasons reasons;
    private final Background background;
    private final LatestOnly comparing;
    private final PackageKey key;
    private SortedSet<Integer> wentOut = new TreeSet<>();
    private TagCatalog known = new TagCatalog(List.of());
    private final ObservableList<Finished> versions = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Finished>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OptionalInt> other =
            new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AssetPackage>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    VersionsModel(Workspace workspace, Background background, PackageKey key) {
        this.packages = workspace.packages();
        this.lives = workspace.lives();
        this.tags = workspace.tags();
        this.indexes = workspace.audiences().indexes();
        this.reasons = new ExportReasons(workspace.settings());
        this.overviews = workspace.overviews();
        this.background = background;
        this.comparing = new LatestOnly(background);
        this.nearing = new LatestOnly(background);
        this.key = key;
        other.subscribe(number -> compare());
    }

    /** Reads the versions; the newest is chosen. */
    void load(Consumer<Problem> failed) {
        failedComparing = failed;
        background.run(
                signal ->
                        new Loaded(
                                packages.get(key).current(),
                                tags.catalog(),
                                packages.versions(key).reversed().stream()
                                        .map(one -> Finished.of(one, reasons.of(one)))
                                        .toList(),
                                lives.of(key).versions().stream()
                                        .filter(one -> one.state().wentLive())
                                        .map(VersionLife::version)
                                        .toList()),
                loaded -> {
                    known = loaded.tags();
                    wentOut = new TreeSet<>(loaded.wentOut());
                    draft.set(Optional.of(loaded.draft()));
                    versions.setAll(loaded.versions());
                    versions.stream().findFirst().ifPresent(this::choose);
                    nearing.ask(
                            signal -> overviews.nearest(loaded.draft(), signal),
                            found -> nearest.set(Optional.of(found)),
                            failed);
                },
                failed);
    }

    PackageKey key() {
        return key;
    }

    /** Returns the versions, the newest first. */
    ObservableList<Finished> versions() {
        return versions;
    }

    /** Returns the package as it stands; empty until it was read. */
    ReadOnlyObjectProperty<Optional<AssetPackage>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns all tags that are known: those of today, and those that only versions have. */
    TagCatalog tags() {
        return new TagCatalog(
                Stream.concat(
                                versions.stream().flatMap(v -> v.document().tags().stream()),
                                known.tags().stream())
                        .toList());
    }

    /** Returns the known packages that the draft is most like; empty until they are found. */
    ReadOnlyObjectProperty<Optional<List<Near>>> nearest() {
        return nearest.getReadOnlyProperty();
    }

    /** Returns the version that is looked at. */
    ObjectProperty<Optional<Finished>> chosen() {
        return chosen;
    }

    /** Returns whether a version went out, now or before. */
    boolean wentOut(int number) {
        return wentOut.contains(number);
    }

    /** Returns the number that it is compared with; empty: the draft. */
    ObjectProperty<OptionalInt> other() {
        return other;
    }

    /** Returns how they differ; empty while that is found out. */
    ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /**
     * Looks at a version beside the last one before it that went out, which is what whoever
     * approves has to know; else beside the one before it. The first stands beside the draft.
     */
    void choose(Finished version) {
        chosen.set(Optional.of(version));
        OptionalInt one =
                version.number() > 1 ? OptionalInt.of(version.number() - 1) : OptionalInt.empty();
        OptionalInt out = wentOut.headSet(version.number()).stream().mapToInt(n -> n).max();
        OptionalInt before = out.isPresent() ? out : one;
        if (other.get().equals(before)) {
            compare();
        } else {
            other.set(before);
        }
    }

    /** Returns with what the chosen version can be compared: the draft, then all other versions. */
    List<OptionalInt> others() {
        int own = chosen.get().map(Finished::number).orElse(0);
        return Stream.concat(
                        Stream.of(OptionalInt.empty()),
                        versions.stream()
                                .map(Finished::number)
                                .filter(number -> number != own)
                                .map(OptionalInt::of))
                .toList();
    }

    /**
     * Makes the draft say what the chosen version says.
     *
     * @param done is told whether anything had to be edited
     */
    void restore(Consumer<Boolean> done, Consumer<Problem> failed) {
        int number = chosen.get().orElseThrow().number();
        background.run(signal -> packages.revert(key, number), done, failed);
    }

    /** Writes the chosen version to a file once more. */
    void export(Path file, Consumer<PackageVersion> done, Consumer<Problem> failed) {
        int number = chosen.get().orElseThrow().number();
        background.run(signal -> packages.export(key, number, file), done, failed);
    }

    private void compare() {
        comparison.set(Optional.empty());
        Optional<AssetPackage> now = draft.get();
        if (chosen.get().isEmpty() || now.isEmpty()) {
            return;
        }
        Finished looked = chosen.get().orElseThrow();
        Optional<Finished> beside = versions.stream().filter(this::isOther).findFirst();
        Finished before =
                beside.filter(version -> version.number() < looked.number()).orElse(looked);
        Optional<Finished> after = beside.map(version -> before.equals(looked) ? version : looked);
        comparing.ask(
                signal -> compared(before, after, now.get(), signal),
                found -> comparison.set(Optional.of(found)),
                why -> failedComparing.accept(why));
    }

    private boolean isOther(Finished version) {
        return other.get().equals(OptionalInt.of(version.number()));
    }

    private Comparison compared(
            Finished before, Optional<Finished> after, AssetPackage now, CancelSignal signal) {
        State then = State.of(before.document());
        State later =
                after.map(one -> State.of(one.document()))
                        .orElseGet(
                                () ->
                                        new State(
                                                now,
                                                tags.catalog(),
                                                List.copyOf(tags.assets().values())));
        try {
            MembershipIndex index =
                    indexes.index(later.pack().source(), tags.catalog(), done -> {}, signal);
            VersionDifferences differences = new VersionDifferences(indexes);
            return new Comparison(
                    before.number(),
                    numberOf(after),
                    differences.between(then, later, index, signal),
                    differences.people(then, later, index, signal),
                    Optional.empty());
        } catch (ProblemException e) {
            return new Comparison(
                    before.number(),
                    numberOf(after),
                    new VersionDifference(
                            VersionDifferences.changes(then, later).stream()
                                    .map(one -> new Counted(one, Optional.empty()))
                                    .toList(),
                            Optional.empty()),
                    Optional.empty(),
                    Optional.of(e.problem()));
        }
    }

    /** Makes another package of the chosen version; it remembers where it came from. */
    void branch(LocalizedText name, Consumer<PackageKey> done, Consumer<Problem> failed) {
        int number = chosen.get().orElseThrow().number();
        background.run(
                signal -> {
                    PackageKey made = PackageKeys.free(key.value(), packages.keys());
                    lives.branch(key, number, made, name);
                    return made;
                },
                done,
                failed);
    }

    private static OptionalInt numberOf(Optional<Finished> version) {
        return version.map(one -> OptionalInt.of(one.number())).orElse(OptionalInt.empty());
    }

    private record Loaded(
            AssetPackage draft, TagCatalog tags, List<Finished> versions, List<Integer> wentOut) {}
}
