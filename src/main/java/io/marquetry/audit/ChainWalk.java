package io.marquetry.audit;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Follows the chain from entry to entry and notes what does not hold. */
final class ChainWalk {

    private final List<Problem> findings = new ArrayList<>();
    private final SaidRows rows = new SaidRows();
    private final MessageDigest digest = Sha256.digest();
    private final StringBuilder room = new StringBuilder(400);
    private long entries;
    private long seq;
    private long generation;
    private int remaining;
    private String hash = AuditEntry.NOTHING;

    void add(AuditEntry entry) {
        if (entry.seq() != seq + 1) {
            note("missing", seq + 1, entry.seq() - 1);
        } else if (!entry.prev().equals(hash)) {
            note("link", entry.seq(), seq);
        }
        if (!entry.holds(digest, room)) {
            note("entry", entry.seq(), entry.what(), entry.subject());
        }
        boolean inTheSameSave =
                entry.generation() == generation && entry.remaining() == remaining - 1;
        boolean inTheNext = entry.generation() == generation + 1 && remaining == 0;
        if (entries > 0 && !inTheSameSave && !inTheNext) {
            note("save", entry.seq(), generation, entry.generation());
        }
        rows.add(entry);
        entries++;
        seq = entry.seq();
        generation = entry.generation();
        remaining = entry.remaining();
        hash = entry.hash();
    }

    private void note(String what, Object... args) {
        if (findings.size() < AuditReport.MOST) {
            findings.add(Problem.of("problem.audit." + what, args));
        }
    }

    List<Problem> findings() {
        return findings;
    }

    SaidRows rows() {
        return rows;
    }

    long entries() {
        return entries;
    }

    long seq() {
        return seq;
    }

    long generation() {
        return generation;
    }

    /** Returns how many entries of the last save are not there. */
    int remaining() {
        return remaining;
    }

    String hash() {
        return hash;
    }
}
