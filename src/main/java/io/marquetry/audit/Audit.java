package io.marquetry.audit;

import io.marquetry.base.Behind;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Verifies the audit of a workspace and hands it out. Blocks, so never call it on the FX thread.
 */
public final class Audit {

    private static final int PAGE = 10_000;

    private final AuditLog log;

    /** Reads the audit of a workspace. */
    public Audit(AuditLog log) {
        this.log = log;
    }

    /** Returns the last entries about something, the newest first. */
    public List<AuditEntry> about(String subject, int most) {
        return log.about(subject, most);
    }

    /**
     * Hands out every entry, in order.
     *
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public void each(Consumer<AuditEntry> taker, CancelSignal signal) {
        long after = 0;
        for (List<AuditEntry> page = log.read(after, PAGE);
                !page.isEmpty();
                page = log.read(after, PAGE)) {
            signal.check();
            page.forEach(taker);
            after = page.getLast().seq();
        }
    }

    /**
     * Reads every entry, follows the chain to its head and compares the rows of the workspace with
     * what the entries say of them.
     *
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public AuditReport verify(CancelSignal signal) {
        AuditLog.State state = log.state();
        ChainWalk walk = new ChainWalk();
        long after = 0;
        long last = state.newest();
        try (Behind behind = new Behind()) {
            while (after < last) {
                signal.check();
                List<AuditEntry> page = log.read(after, PAGE);
                if (page.isEmpty()) {
                    break;
                }
                behind.run(() -> walk(walk, page, last));
                after = page.getLast().seq();
            }
        }
        List<Problem> findings = new ArrayList<>(walk.findings());
        end(state, walk).ifPresent(findings::add);
        if (findings.isEmpty()) {
            // Only a whole chain can tell what the rows should be.
            findings.addAll(
                    walk.rows().findings(log, state.digests(), taker -> each(taker, signal)));
        }
        return new AuditReport(
                walk.entries(),
                state.head(),
                findings.subList(0, Math.min(findings.size(), AuditReport.MOST)));
    }

    private static void walk(ChainWalk walk, List<AuditEntry> page, long last) {
        for (AuditEntry entry : page) {
            if (entry.seq() <= last) {
                walk.add(entry);
            }
        }
    }

    private static Optional<Problem> end(AuditLog.State state, ChainWalk walk) {
        if (state.head().isEmpty()) {
            return walk.entries() == 0 && state.generation() == 0
                    ? Optional.empty()
                    : Optional.of(Problem.of("problem.audit.noHead", walk.entries()));
        }
        AuditLog.Head head = state.head().get();
        if (head.seq() != walk.seq()) {
            return Optional.of(Problem.of("problem.audit.cut", walk.seq(), head.seq()));
        }
        if (!head.hash().equals(walk.hash())) {
            return Optional.of(Problem.of("problem.audit.head", head.seq()));
        }
        if (walk.generation() != state.generation() || walk.remaining() != 0) {
            return Optional.of(
                    Problem.of("problem.audit.short", walk.generation(), state.generation()));
        }
        return Optional.empty();
    }
}
