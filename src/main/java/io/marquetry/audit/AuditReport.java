package io.marquetry.audit;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param entries how many were read
 * @param head the newest entry
 * @param findings what does not hold, each with its place; empty where all does. At most {@value
 *     #MOST}
 */
public record AuditReport(long entries, Optional<AuditLog.Head> head, List<Problem> findings) {

    /** After so many findings nobody reads on. */
    public static final int MOST = 100;

    /** Copies the findings. */
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether all holds. */
    public boolean isWhole() {
        return findings.isEmpty();
    }
}
