package io.marquetry.ui.compose.draft;

import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finishes the package in work and writes its document. Use it on the FX thread. */
public final class ExportModel {

    private final ComposeModel compose;
    private final Packages packages;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Problem>> findings =
            new ReadOnlyObjectWrapper<>(List.of());

    /** Makes a model that exports what the composer holds. */
    public ExportModel(ComposeModel compose, Packages packages, Background background) {
        this.compose = compose;
        this.packages = packages;
        this.background = background;
        compose.draft().subscribe(draft -> findings.set(List.of()));
    }

    /** Returns what kept the package from being finished; empty after the next edit. */
    public ReadOnlyObjectProperty<List<Problem>> findings() {
        return findings.getReadOnlyProperty();
    }

    /**
     * Checks the package as it stands.
     *
     * @param complete gets the package where nothing is missing; else the findings tell
     */
    public void check(Consumer<AssetPackage> complete) {
        compose.whenSaved(
                () -> {
                    if (compose.saveState().get() instanceof SaveState.Failed) {
                        return;
                    }
                    compose.current()
                            .ifPresent(
                                    pack ->
                                            background.run(
                                                    signal -> packages.problems(pack),
                                                    found -> tell(pack, found, complete),
                                                    this::refuse));
                });
    }

    /**
     * Checks the package, asks where to, writes its document there, and reads it back.
     *
     * @param target gets a proposed name and asks where to
     * @param done gets the version that was written, and where
     */
    public void export(
            Function<String, Optional<Path>> target, BiConsumer<PackageVersion, Path> done) {
        check(
                pack ->
                        target.apply(pack.key() + ".json")
                                .ifPresent(file -> write(pack, file, done)));
    }

    private void tell(AssetPackage pack, List<Problem> found, Consumer<AssetPackage> complete) {
        findings.set(List.copyOf(found));
        if (found.isEmpty()) {
            complete.accept(pack);
        }
    }

    private void write(AssetPackage pack, Path file, BiConsumer<PackageVersion, Path> done) {
        background.run(
                signal -> packages.export(pack.key(), file, signal),
                version -> {
                    compose.refresh();
                    done.accept(version, file);
                },
                this::refuse);
    }

    private void refuse(Problem problem) {
        findings.set(List.of(problem));
    }
}
