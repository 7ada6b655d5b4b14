package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.handoff.FinishedDocument;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.bundle.BundleFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads package documents and bundles of them, and judges each as its receiver. */
final class Documents {

    private final PackageValidation validation = new PackageValidation();
    private final Function<SourceName, Translation> here;
    private final List<ArrivedVersion> read = new ArrayList<>();

    private Documents(Function<SourceName, Translation> here) {
        this.here = here;
    }

    /**
     * Reads some files.
     *
     * @param here how what packages of a source say is called here
     * @throws io.marquetry.base.ProblemException with the file and the first of what is wrong
     */
    static Arrival read(List<Path> files, Function<SourceName, Translation> here) {
        Documents documents = new Documents(here);
        for (Path file : files) {
            if (BundleFile.isBundle(file)) {
                Map<String, byte[]> inside = BundleFile.read(file);
                inside.forEach((name, bytes) -> documents.add(file + " › " + name, bytes));
            } else {
                documents.add(file.toString(), BundleFile.bytes(file));
            }
        }
        return Arrival.of(documents.read);
    }

    /** Reads one document that is no file. */
    static Arrival read(String name, byte[] document, Function<SourceName, Translation> here) {
        Documents documents = new Documents(here);
        documents.add(name, document);
        return Arrival.of(documents.read);
    }

    private void add(String file, byte[] bytes) {
        FinishedDocument arrived = FinishedDocument.read(validation, file, bytes);
        PackageDocument document = arrived.document();
        read.add(
                new ArrivedVersion(
                        here.apply(document.pack().source()).of(document), arrived.version()));
    }
}
