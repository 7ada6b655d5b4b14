package io.marquetry.handoff;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What the validation of a document found.
 *
 * @param findings why it is not valid; each names its place
 * @param document what it holds; present where it could be read, valid or not
 */
public record ValidationReport(List<Problem> findings, Optional<PackageDocument> document) {

    /** Copies the findings. */
    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether nothing was found. */
    public boolean isValid() {
        return findings.isEmpty();
    }

    static ValidationReport of(Problem problem) {
        return new ValidationReport(List.of(problem), Optional.empty());
    }
}
