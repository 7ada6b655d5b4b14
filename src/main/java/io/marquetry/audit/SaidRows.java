package io.marquetry.audit;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the rows of the workspace should be by what the audit says: each that was saved since the
 * audit began by its seal, and all of a table together by the exclusive or of their seals.
 */
final class SaidRows {

    /** The first entry: what the ledgers stated before. Its detail is a digest for each table. */
    static final String BEGAN = "workspace.began";

    /** Stands for the seal of a row that was removed. */
    private static final long[] GONE = new long[Seal.LONGS];

    private static final RowSeals NONE = new RowSeals();

    private final Map<String, long[]> digests = new TreeMap<>();
    private final Map<String, RowSeals> rows = new TreeMap<>();

    void add(AuditEntry entry) {
        try {
            if (entry.what().equals(BEGAN)) {
                JsonView.of(StrictJson.read(entry.detail()))
                        .members()
                        .forEach(
                                (table, digest) ->
                                        turn(table, Seal.of(JsonView.of(digest).text())));
                return;
            }
            Optional<String> table = tableOf(entry);
            if (table.isEmpty()) {
                return;
            }
            RowDetail detail = RowDetail.read(entry.detail());
            detail.before().ifPresent(seal -> turn(table.get(), Seal.of(seal)));
            Optional<long[]> now = detail.now().map(Seal::of);
            now.ifPresent(seal -> turn(table.get(), seal));
            rows.computeIfAbsent(table.get(), key -> new RowSeals())
                    .put(entry.subject(), now.orElse(GONE));
        } catch (ProblemException | IllegalArgumentException e) {
            // The entry does not hold: the walk has named it.
            return;
        }
    }

    /** Returns whose row an entry tells of; empty: of none. */
    private static Optional<String> tableOf(AuditEntry entry) {
        int dot = entry.what().indexOf('.');
        String done = entry.what().substring(dot + 1);
        boolean isRow =
                dot >= 0
                        && (done.equals("added")
                                || done.equals("changed")
                                || done.equals("removed"));
        return isRow ? Optional.of(entry.what().substring(0, dot)) : Optional.empty();
    }

    private void turn(String table, long[] seal) {
        Seal.xor(digests.computeIfAbsent(table, key -> new long[Seal.LONGS]), seal);
    }

    /**
     * Compares with what is there; can be asked once.
     *
     * @param again reads all entries once more, for the names of rows that are missing
     */
    List<Problem> findings(
            AuditLog log, Map<String, String> ledgers, Consumer<Consumer<AuditEntry>> again) {
        List<Problem> findings = new ArrayList<>();
        Set<String> tables = new TreeSet<>(digests.keySet());
        tables.addAll(ledgers.keySet());
        for (String table : tables) {
            RowSeals should = Optional.ofNullable(rows.remove(table)).orElse(NONE);
            int before = findings.size();
            long[] sum = new long[Seal.LONGS];
            log.rows(
                    table,
                    (subject, text) -> {
                        long[] seal = Seal.of(text);
                        Seal.xor(sum, seal);
                        if (!should.see(subject, seal)) {
                            findings.add(row(table, subject));
                        }
                    });
            if (should.missesAny()) {
                Set<String> missing = new TreeSet<>();
                again.accept(
                        entry -> {
                            if (tableOf(entry).equals(Optional.of(table))
                                    && should.misses(entry.subject())) {
                                missing.add(entry.subject());
                            }
                        });
                missing.forEach(subject -> findings.add(row(table, subject)));
            }
            String said = Seal.text(digests.getOrDefault(table, new long[Seal.LONGS]));
            boolean whole =
                    Seal.text(sum).equals(said)
                            && ledgers.getOrDefault(table, AuditEntry.NOTHING).equals(said);
            if (!whole && findings.size() == before) {
                findings.add(Problem.of("problem.audit.table", table));
            }
        }
        return findings;
    }

    private static Problem row(String table, String subject) {
        return Problem.of("problem.audit.row", table, subject);
    }
}
