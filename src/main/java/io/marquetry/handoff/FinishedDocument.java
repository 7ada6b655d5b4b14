package io.marquetry.handoff;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageVersion;

/**
 * A document of somebody else, judged as its receiver does.
 *
 * @param document what it says
 * @param version the same as a version that a workspace can keep, its text in canonical form
 */
public record FinishedDocument(PackageDocument document, PackageVersion version) {

    /**
     * Reads a document's bytes.
     *
     * @param file what people call it
     * @throws io.marquetry.base.ProblemException with the file and the first of what is wrong
     */
    public static FinishedDocument read(PackageValidation validation, String file, byte[] bytes) {
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
        String text = CanonicalJson.write(EnclosedParts.without(StrictJson.read(bytes)));
        return new FinishedDocument(
                document,
                new PackageVersion(
                        document.pack().key(),
                        document.version(),
                        text,
                        Sha256.of(text),
                        document.createdAt()));
    }
}
