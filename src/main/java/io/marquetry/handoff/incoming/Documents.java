package io.marquetry.handoff.incoming;

import io.marquetry.asset.PictureFile;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.handoff.FinishedDocument;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.TagFile;
import io.marquetry.handoff.bundle.Bundle;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.handoff.bundle.BundleSource;
import io.marquetry.json.StrictJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads package documents, files of tags and bundles of both, and judges each as its receiver. */
final class Documents {

    /** Whoever sends tags alone and says of no source. */
    private static final BundleSource UNKNOWN =
            new BundleSource(new SourceName("tags"), "", List.of());

    private final PackageValidation validation = new PackageValidation();
    private final Function<SourceName, SenderWords> here;
    private final List<ArrivedVersion> versions = new ArrayList<>();
    private final List<ArrivedTags> tags = new ArrayList<>();
    private final List<PictureFile> pictures = new ArrayList<>();

    private Documents(Function<SourceName, SenderWords> here) {
        this.here = here;
    }

    /**
     * Reads some files, and those in folders.
     *
     * @param here how what packages of a source say is called here
     * @throws ProblemException with the file and the first of what is wrong
     */
    static Arrival read(List<Path> files, Renames renames, Function<SourceName, SenderWords> here) {
        Documents documents = new Documents(here);
        for (Path file : DocumentFiles.of(files)) {
            if (BundleFile.isBundle(file)) {
                Bundle bundle = BundleFile.read(file);
                documents.pictures.addAll(bundle.pictures());
                Optional<BundleSource> sender = bundle.sources().stream().findFirst();
                bundle.documents()
                        .forEach(
                                (name, bytes) -> documents.add(file + " › " + name, bytes, sender));
            } else {
                documents.add(file.toString(), BundleFile.bytes(file), Optional.empty());
            }
        }
        return documents.arrival(renames);
    }

    /** Reads one document that is no file. */
    static Arrival read(
            String name, byte[] document, Renames renames, Function<SourceName, SenderWords> here) {
        Documents documents = new Documents(here);
        documents.add(name, document, Optional.empty());
        return documents.arrival(renames);
    }

    private Arrival arrival(Renames renames) {
        return Arrival.of(tags, versions, pictures, renames);
    }

    private void add(String file, byte[] bytes, Optional<BundleSource> sender) {
        if (PackageHandoff.isOf(TagFile.FORMAT, bytes)) {
            addTags(file, bytes, sender.orElse(UNKNOWN));
            return;
        }
        FinishedDocument arrived = FinishedDocument.read(validation, file, bytes);
        PackageDocument document = arrived.document();
        versions.add(
                new ArrivedVersion(
                        document,
                        here.apply(document.pack().source()).of(document),
                        arrived.version()));
    }

    private void addTags(String file, byte[] bytes, BundleSource sender) {
        TagFile said;
        try {
            said = TagFile.read(StrictJson.read(bytes));
        } catch (ProblemException e) {
            throw Problem.of("problem.incoming.invalid", file, e.problem(), 1).asException(e);
        }
        SenderWords words = here.apply(sender.name());
        TagFile ours =
                new TagFile(
                        said.tags().stream().map(words::of).toList(),
                        said.assets().stream().map(words::of).toList());
        tags.add(new ArrivedTags(sender.name(), sender.title(), said, ours));
    }
}
