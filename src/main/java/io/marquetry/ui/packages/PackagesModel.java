package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.find.Wanted;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.pack.Packages;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All packages, and which of them the search leaves; needs no stage. */
public final class PackagesModel {

    private final Packages packages;
    private final Lives lives;
    private final Sources sources;
    private final Background background;
    private final LatestOnly loading;
    private final LatestOnly counting;
    private final Standings standingsOf;
    private final ObjectProperty<Map<PackageKey, Standing>> standings =
            new SimpleObjectProperty<>(Map.of());
    private final ObservableList<Summary> all = FXCollections.observableArrayList();
    private final FilteredList<Summary> found = new FilteredList<>(all);
    private final BooleanProperty archived = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private Map<SourceName, String> titles = Map.of();
    private Set<PackageKey> keys = Set.of();
    private Map<PackageKey, PackageLife> known = Map.of();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding nothing = loaded.and(Bindings.isEmpty(all)).and(archived.not());

    /** Makes an empty list; {@link #load} fills it. */
    public PackagesModel(
            Packages packages,
            Lives lives,
            Sources sources,
            Standings standingsOf,
            Background background) {
        this.packages = packages;
        this.lives = lives;
        this.sources = sources;
        this.standingsOf = standingsOf;
        this.counting = new LatestOnly(background);
        this.background = background;
        this.loading = new LatestOnly(background);
        search.subscribe(text -> found.setPredicate(row -> matches(row, text)));
    }

    /** Reads the list afresh; the last edited comes first. */
    public void load(Consumer<Problem> failed) {
        boolean away = archived.get();
        loading.ask(signal -> read(away), this::show, failed);
    }

    /** Returns what people call the source of a package; its name where the source is gone. */
    String sourceOf(AssetPackage pack) {
        return titles.getOrDefault(pack.source(), pack.source().value());
    }

    /** Returns how the packages stand; what takes longer to find out comes later. */
    ReadOnlyProperty<Map<PackageKey, Standing>> standings() {
        return standings;
    }

    /** Returns how a package stands, as far as it is known by now. */
    Standing standing(PackageKey key) {
        return standings.get().getOrDefault(key, Standing.UNKNOWN);
    }

    /** Returns where a package is in its life. */
    PackageLife lifeOf(PackageKey key) {
        return known.getOrDefault(key, PackageLife.none(key, false));
    }

    /** Returns all packages. */
    public ObservableList<Summary> all() {
        return all;
    }

    /** Returns the packages that the search leaves. */
    public ObservableList<Summary> found() {
        return found;
    }

    /** Returns what is searched for: a part of name, key or source. */
    public StringProperty search() {
        return search;
    }

    /** Returns whether the archived packages are listed instead of the others. */
    BooleanProperty archived() {
        return archived;
    }

    /**
     * Takes packages out of the list: those that were never finished are deleted, the others
     * archived. Where one was submitted once, nothing is done: that takes a step of its life.
     *
     * @param done gets what {@link #bringBack} brings back
     */
    void putAway(
            List<PackageKey> going, Consumer<Packages.PutAway> done, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    refuseSubmitted(going);
                    return packages.putAway(going);
                },
                away -> {
                    load(failed);
                    done.accept(away);
                },
                failed);
    }

    private void refuseSubmitted(List<PackageKey> going) {
        for (PackageKey key : going) {
            if (!lives.of(key).versions().isEmpty()) {
                throw Problem.of("problem.package.needsStep", key.value()).asException();
            }
        }
    }

    /** Brings back what was put away just now. */
    void bringBack(Packages.PutAway away, Consumer<Problem> failed) {
        background.act(() -> packages.bringBack(away), () -> load(failed), failed);
    }

    /** Brings archived packages back. */
    void restore(List<PackageKey> coming, Runnable done, Consumer<Problem> failed) {
        background.act(
                () -> coming.forEach(lives::restore),
                () -> {
                    load(failed);
                    done.run();
                },
                failed);
    }

    /** Returns whether the list was read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns whether the list was read and there is no package that is not archived. */
    ObservableBooleanValue nothing() {
        return nothing;
    }

    /** Returns the keys that are taken. */
    public Set<PackageKey> keys() {
        return keys;
    }

    /**
     * Makes another package like one that is there, with a key and a name of its own and a fresh
     * history.
     *
     * @param name the name of the copy
     */
    public void duplicate(
            AssetPackage original,
            LocalizedText name,
            Consumer<PackageKey> done,
            Consumer<Problem> failed) {
        change(() -> packages.duplicate(original.key(), name), done, failed);
    }

    /**
     * Makes a package with nothing in it.
     *
     * @param done gets the key once the package is safe
     * @param failed is told where the key is taken, or the workspace cannot be written
     */
    public void create(
            PackageKey key,
            LocalizedText name,
            SourceName source,
            Consumer<PackageKey> done,
            Consumer<Problem> failed) {
        change(
                () -> {
                    packages.create(key, name, source, List.of());
                    return key;
                },
                done,
                failed);
    }

    private void change(
            Supplier<PackageKey> work, Consumer<PackageKey> done, Consumer<Problem> failed) {
        boolean away = archived.get();
        background.run(
                signal -> {
                    PackageKey key = work.get();
                    return Map.entry(key, read(away));
                },
                made -> {
                    show(made.getValue());
                    done.accept(made.getKey());
                },
                failed);
    }

    private Listed read(boolean away) {
        return new Listed(
                away ? packages.archived() : packages.list(),
                standingsOf.finished(),
                packages.keys(),
                lives.all(),
                sources.list().stream()
                        .collect(Collectors.toMap(ProfileSource::name, ProfileSource::title)));
    }

    private void show(Listed listed) {
        titles = listed.titles();
        keys = listed.keys();
        standings.set(with(standings.get(), listed.finished()));
        known = listed.lives();
        all.setAll(listed.rows());
        loaded.set(true);
        count(listed.rows());
    }

    /** Asks what takes longer: how many are addressed now, and what came of it. */
    private void count(List<Summary> rows) {
        List<AssetPackage> packs = rows.stream().map(Summary::pack).toList();
        counting.ask(
                signal -> standingsOf.counted(packs, signal),
                counted -> standings.set(with(standings.get(), counted)),
                why -> {});
    }

    private static Map<PackageKey, Standing> with(
            Map<PackageKey, Standing> known, Map<PackageKey, Standing> newer) {
        Map<PackageKey, Standing> all = new HashMap<>(known);
        newer.forEach((key, standing) -> all.merge(key, standing, Standing::with));
        return Map.copyOf(all);
    }

    private record Listed(
            List<Summary> rows,
            Map<PackageKey, Standing> finished,
            Set<PackageKey> keys,
            Map<PackageKey, PackageLife> lives,
            Map<SourceName, String> titles) {}

    private boolean matches(Summary row, String text) {
        AssetPackage pack = row.pack();
        Stream<String> told = Stream.of(pack.key().value(), pack.source().value(), sourceOf(pack));
        return new Wanted(text)
                .fit(Stream.concat(told, pack.name().byLanguage().values().stream()))
                .isPresent();
    }

    /** Returns the package with the key, if the list holds it. */
    public Optional<Summary> find(PackageKey key) {
        return all.stream().filter(row -> row.pack().key().equals(key)).findFirst();
    }
}
