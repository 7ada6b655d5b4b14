package io.marquetry.handoff;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What the validation of a document found.
 *
 * @param findings why it is not valid; each names its place
 * @param document what it holds; present where it could be read, valid or not
 * @param recipients how the file of recipients that it names lies beside it; {@code NONE} where
 *     that was not looked at
 */
public record ValidationReport(
        List<Problem> findings, Optional<PackageDocument> document, EnclosedFile recipients) {

    /** Copies the findings. */
    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether nothing was found. */
    public boolean isValid() {
        return findings.isEmpty();
    }

    static ValidationReport of(Problem problem) {
        return of(List.of(problem), Optional.empty());
    }

    static ValidationReport of(List<Problem> findings, Optional<PackageDocument> document) {
        return new ValidationReport(findings, document, EnclosedFile.NONE);
    }

    /** Returns this with what was found beside the document. */
    ValidationReport with(EnclosedFile beside) {
        return new ValidationReport(
                beside == EnclosedFile.CHANGED ? List.of(EnclosedFile.changed()) : findings,
                document,
                beside);
    }
}
