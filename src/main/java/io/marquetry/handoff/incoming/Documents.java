package io.marquetry.handoff.incoming;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageVersion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads package documents and bundles of them, and judges each as its receiver. */
final class Documents {

    private final PackageValidation validation = new PackageValidation();
    private final List<ArrivedVersion> read = new ArrayList<>();

    /**
     * Reads some files.
     *
     * @throws io.marquetry.base.ProblemException with the file and the first of what is wrong
     */
    static Arrival read(List<Path> files) {
        Documents documents = new Documents();
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

    private void add(String file, byte[] bytes) {
        ValidationReport report = validation.validate(bytes);
        if (!report.isValid()) {
            throw Problem.of(
                            "problem.incoming.invalid",
                            file,
                            report.findings().getFirst(),
                            report.findings().size())
                    .asException();
        }
        PackageDocument document = report.document().orElseThrow();
        // Of the file itself: an older format stays what it was, to the byte.
        String text = CanonicalJson.write(StrictJson.read(bytes));
        read.add(
                new ArrivedVersion(
                        document,
                        new PackageVersion(
                                document.pack().key(),
                                document.version(),
                                text,
                                Sha256.of(text),
                                document.createdAt())));
    }
}
