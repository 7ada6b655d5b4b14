package io.marquetry.ui.packages;

import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Written;

import java.nio.file.Path;
import java.util.Optional;

/** Writes a package of the list to a file that the user chooses. */
public final class PackageExport {

    private final Packages packages;

    /** Makes an export over the service that finishes packages. */
    public PackageExport(Packages packages) {
        this.packages = packages;
    }

    /** Checks the package, asks where to, and writes its document. */
    void start(AssetPackage pack, Desk desk, Runnable done) {
        desk.background()
                .run(
                        signal -> packages.problems(pack).stream().findFirst(),
                        problem ->
                                problem.ifPresentOrElse(
                                        desk.notices()::problem,
                                        () ->
                                                choose(pack.key(), desk)
                                                        .ifPresent(
                                                                file ->
                                                                        write(
                                                                                pack.key(),
                                                                                file,
                                                                                desk,
                                                                                done))),
                        desk.notices()::problem);
    }

    /** Finishes the package and writes it to a file. */
    void write(PackageKey key, Path file, Desk desk, Runnable done) {
        desk.background()
                .run(
                        signal -> packages.export(key, file, signal),
                        version -> {
                            Written.tell(
                                    desk,
                                    desk.texts()
                                            .get(
                                                    "packages.exported",
                                                    version.number(),
                                                    file.getFileName()),
                                    file,
                                    new Written.Copied(
                                            desk.texts().get("written.hash"),
                                            PackageDocumentJson.ownHash(version)));
                            done.run();
                        },
                        desk.notices()::problem);
    }

    private static Optional<Path> choose(PackageKey key, Desk desk) {
        Texts texts = desk.texts();
        return desk.files()
                .toSave(
                        new FileKind(
                                texts.get("packages.export.title"),
                                texts.get("compose.export.filter"),
                                "json"),
                        key + ".json");
    }
}
