package io.marquetry.ui.compose.draft;

import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.ExportReasons;
import io.marquetry.pack.Lookout;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finishes the package in work and writes its document. Use it on the FX thread. */
public final class ExportModel {

    private final ComposeModel compose;
    private final Packages packages;
    private final Lookout lookout;
    private final ExportReasons reasons;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Problem>> findings =
            new ReadOnlyObjectWrapper<>(List.of());

    /** Makes a model that exports what the composer holds. */
    public ExportModel(
            ComposeModel compose,
            Packages packages,
            Lookout lookout,
            ExportReasons reasons,
            Background background) {
        this.compose = compose;
        this.reasons = reasons;
        this.packages = packages;
        this.lookout = lookout;
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
     * @param complete gets the package where nothing is missing, and what one should look at before
     *     it goes out; else the findings tell
     */
    public void check(BiConsumer<AssetPackage, List<Problem>> complete) {
        compose.whenSaved(
                () -> {
                    if (!(compose.saveState().get() instanceof SaveState.Failed)) {
                        compose.current().ifPresent(pack -> check(pack, complete));
                    }
                });
    }

    private void check(AssetPackage pack, BiConsumer<AssetPackage, List<Problem>> complete) {
        background.run(
                signal -> {
                    List<Problem> problems = packages.problems(pack);
                    return new Checked(
                            problems, problems.isEmpty() ? lookout.open(pack, signal) : List.of());
                },
                checked -> {
                    findings.set(checked.problems());
                    if (checked.problems().isEmpty()) {
                        complete.accept(pack, checked.warnings());
                    }
                },
                this::refuse);
    }

    /**
     * Finishes a package that was checked, writes its document, and reads it back.
     *
     * @param reason why it goes out although there were warnings; empty where there were none
     */
    public void write(
            AssetPackage pack,
            Path file,
            Optional<String> reason,
            BiConsumer<PackageVersion, Path> done) {
        background.run(
                signal -> {
                    PackageVersion version = packages.export(pack.key(), file, signal);
                    reason.ifPresent(why -> reasons.keep(version, why));
                    return version;
                },
                version -> {
                    compose.refresh();
                    done.accept(version, file);
                },
                this::refuse);
    }

    private void refuse(Problem problem) {
        findings.set(List.of(problem));
    }

    private record Checked(List<Problem> problems, List<Problem> warnings) {

        Checked {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }
}
