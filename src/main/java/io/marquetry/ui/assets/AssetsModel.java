package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.PictureFile;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.find.Wanted;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.AssetFile;
import io.marquetry.govern.AssetUse;
import io.marquetry.govern.AssetVersion;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.LifeState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.proof.Proof;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.workspace.Workspace;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The assets as they are kept, what is looked for among them, and what is done to them. */
public final class AssetsModel {

    private final Workspace workspace;
    private final AssetCentre centre;
    private final Background background;
    private final LatestOnly reading;
    private final LatestOnly versions;
    private final LatestOnly proving;
    private final LatestOnly pictures;
    private final ReadOnlyObjectWrapper<Stock> stock =
            new ReadOnlyObjectWrapper<>(new Stock(List.of(), Map.of(), Map.of()));
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final BooleanBinding nothing =
            Bindings.createBooleanBinding(
                    () -> loaded.get() && stock.get().assets().isEmpty(), loaded, stock);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Asset.Kind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GovernedAsset>> sought =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AssetKey> seeking = Optional.empty();

    /** Makes the model of one workspace. */
    public AssetsModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.centre = workspace.assets();
        this.background = background;
        this.reading = new LatestOnly(background);
        this.versions = new LatestOnly(background);
        this.proving = new LatestOnly(background);
        this.pictures = new LatestOnly(background);
    }

    /** Assets, their uses and findings at one moment. */
    record Stock(
            List<GovernedAsset> assets,
            Map<AssetKey, AssetUse> uses,
            Map<AssetKey, List<Problem>> findings) {

        AssetUse use(GovernedAsset asset) {
            return uses.getOrDefault(asset.key(), AssetUse.NONE);
        }

        List<Problem> found(GovernedAsset asset) {
            return findings.getOrDefault(asset.key(), List.of());
        }

        Optional<GovernedAsset> find(AssetKey key) {
            return assets.stream().filter(asset -> asset.key().equals(key)).findFirst();
        }
    }

    ReadOnlyObjectProperty<Stock> stock() {
        return stock.getReadOnlyProperty();
    }

    /** Tells whether the assets were read at least once. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Tells whether the assets were read, and there is none. */
    ObservableBooleanValue nothing() {
        return nothing;
    }

    StringProperty search() {
        return search;
    }

    /** Returns the kind that is shown; empty: all. */
    ObjectProperty<Optional<Asset.Kind>> kind() {
        return kind;
    }

    /** Reads all afresh. */
    void load(Consumer<Problem> failed) {
        reading.ask(
                signal -> {
                    List<GovernedAsset> assets = List.copyOf(centre.assets().values());
                    Map<AssetKey, AssetUse> uses = centre.uses();
                    return new Stock(assets, uses, centre.findings(assets, uses));
                },
                now -> {
                    stock.set(now);
                    loaded.set(true);
                    seeking.ifPresent(key -> sought.set(now.find(key)));
                    seeking = Optional.empty();
                },
                failed);
    }

    /** Reads all afresh, looks for nothing else any more, and has one asset chosen. */
    void seek(AssetKey key, Consumer<Problem> failed) {
        seeking = Optional.of(key);
        sought.set(Optional.empty());
        search.set("");
        kind.set(Optional.empty());
        load(failed);
    }

    /** Returns the asset that is to be chosen in the list; empty: whatever is. */
    ReadOnlyObjectProperty<Optional<GovernedAsset>> sought() {
        return sought.getReadOnlyProperty();
    }

    /** Returns the assets that are looked for. */
    List<GovernedAsset> found() {
        Wanted wanted = new Wanted(search.get());
        return stock.get().assets().stream()
                .filter(asset -> kind.get().isEmpty() || kind.get().get() == asset.asset().kind())
                .filter(asset -> wanted.isIn(VisibleText.folded(words(asset))))
                .toList();
    }

    private static String words(GovernedAsset asset) {
        StringBuilder all = new StringBuilder(asset.key().value());
        asset.asset().name().byLanguage().values().forEach(name -> all.append(' ').append(name));
        asset.asset()
                .body()
                .map(LocalizedText::byLanguage)
                .ifPresent(body -> body.values().forEach(text -> all.append(' ').append(text)));
        asset.care().owner().ifPresent(owner -> all.append(' ').append(owner));
        asset.care().team().ifPresent(team -> all.append(' ').append(team));
        return all.toString();
    }

    void versions(AssetKey key, Consumer<List<AssetVersion>> read, Consumer<Problem> failed) {
        versions.ask(signal -> centre.versions(key), read, failed);
    }

    /** Looks at files that somebody chose, all or none of them. */
    void bring(List<Path> files, Consumer<List<Thumbnail>> read, Consumer<Problem> failed) {
        background.run(
                signal ->
                        files.stream()
                                .map(PictureFile::read)
                                .map(file -> Thumbnail.of(file.picture(), Optional.of(file)))
                                .toList(),
                read,
                failed);
    }

    /** Draws the pictures of an asset that is edited. */
    void thumbnails(Asset asset, Consumer<List<Thumbnail>> drawn, Consumer<Problem> failed) {
        background.run(signal -> thumbnails(asset), drawn, failed);
    }

    /** Draws the pictures of the asset that is chosen; another one replaces it. */
    void chosenThumbnails(Asset asset, Consumer<List<Thumbnail>> drawn, Consumer<Problem> failed) {
        pictures.ask(signal -> thumbnails(asset), drawn, failed);
    }

    private List<Thumbnail> thumbnails(Asset asset) {
        return asset.pictures().stream()
                .map(picture -> Thumbnail.of(picture, workspace.pictures().file(picture)))
                .toList();
    }

    /** Adds an asset as a draft, or saves one under the revision that was seen. */
    void save(
            GovernedAsset asset,
            List<PictureFile> brought,
            boolean fresh,
            Runnable done,
            Consumer<Problem> failed) {
        change(
                () -> {
                    if (fresh) {
                        centre.create(asset.asset(), brought);
                        centre.keep(
                                List.of(asset.key()),
                                care -> asset.care().owner().isPresent() ? asset.care() : care);
                    } else {
                        centre.save(List.of(asset), brought);
                    }
                },
                done,
                failed);
    }

    void keepOwner(AssetKey key, String owner, Runnable done, Consumer<Problem> failed) {
        change(
                () -> centre.keep(List.of(key), (Care care) -> care.withOwner(Optional.of(owner))),
                done,
                failed);
    }

    void move(
            AssetKey key,
            LifeState to,
            Optional<String> reason,
            Runnable done,
            Consumer<Problem> failed) {
        change(() -> centre.move(key, to, Optional.empty(), reason), done, failed);
    }

    void remove(AssetKey key, Runnable done, Consumer<Problem> failed) {
        change(() -> centre.remove(key), done, failed);
    }

    void importFile(Path file, IntConsumer taken, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    AssetFile read = AssetFile.read(file);
                    read.into(centre);
                    return read.assets().size();
                },
                count -> {
                    taken.accept(count);
                    load(failed);
                },
                failed);
    }

    void export(Path file, List<GovernedAsset> chosen, Runnable done, Consumer<Problem> failed) {
        background.act(
                () -> AssetFile.of(chosen, workspace.pictures()::file).write(file), done, failed);
    }

    private void change(Runnable work, Runnable done, Consumer<Problem> failed) {
        background.act(
                work,
                () -> {
                    done.run();
                    load(failed);
                },
                failed);
    }

    /** An audience that a text can be proved for: of a package, or everybody of a source. */
    sealed interface Readers {
        record OfPackage(AssetPackage pack) implements Readers {}

        record Everybody(ProfileSource source) implements Readers {}
    }

    /** Reads the audiences that there are, packages first. */
    void readers(Consumer<List<Readers>> read, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    List<Readers> all = new java.util.ArrayList<>();
                    workspace.packages().list().stream()
                            .map(PackageRepository.Summary::pack)
                            .map(Readers.OfPackage::new)
                            .forEach(all::add);
                    workspace.sources().list().stream()
                            .map(Readers.Everybody::new)
                            .forEach(all::add);
                    return all;
                },
                read,
                failed);
    }

    /** Proves a text for an audience; a newer question replaces one that is not answered. */
    void prove(
            Asset asset,
            Locale language,
            Readers whose,
            Consumer<Proof> proved,
            Consumer<Problem> failed) {
        proving.ask(signal -> proof(asset, language, whose, signal), proved, failed);
    }

    private Proof proof(Asset asset, Locale language, Readers whose, CancelSignal signal) {
        SourceName source =
                switch (whose) {
                    case Readers.OfPackage of -> of.pack().source();
                    case Readers.Everybody of -> of.source().name();
                };
        return workspace
                .proofs()
                .of(
                        asset,
                        language,
                        source,
                        switch (whose) {
                            case Readers.OfPackage of -> Optional.of(of.pack().audience());
                            case Readers.Everybody of -> Optional.empty();
                        },
                        workspace.tags().catalog(),
                        Map.of(),
                        signal);
    }

    /** Reads what is known of one person. */
    void person(
            Readers whose,
            String key,
            Consumer<Map<String, String>> read,
            Consumer<Problem> failed) {
        SourceName source =
                switch (whose) {
                    case Readers.OfPackage of -> of.pack().source();
                    case Readers.Everybody of -> of.source().name();
                };
        background.run(
                signal -> workspace.audiences().readers().reader(source).person(key, signal),
                read,
                failed);
    }
}
