package io.marquetry.audit;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rows of the workspace should be by what the audit says: each that was saved since the
 * audit began by its seal, and all of a table together by the exclusive or of their seals.
 */
final class SaidRows {

    /** The first entry: what the ledgers stated before. Its detail is a digest for each table. */
    static final String BEGAN = "workspace.began";

    /** Bytes of a seal. */
    private static final int SEAL = 32;

    /** Stands for the seal of a row that was removed. */
    private static final String GONE = "";

    private final Map<String, byte[]> digests = new TreeMap<>();
    private final Map<String, Map<String, String>> rows = new TreeMap<>();

    void add(AuditEntry entry) {
        try {
            if (entry.what().equals(BEGAN)) {
                JsonView.of(StrictJson.read(entry.detail()))
                        .members()
                        .forEach((table, digest) -> turn(table, JsonView.of(digest).text()));
                return;
            }
            int dot = entry.what().indexOf('.');
            String done = entry.what().substring(dot + 1);
            if (!done.equals("added") && !done.equals("changed") && !done.equals("removed")) {
                return;
            }
            String table = entry.what().substring(0, dot);
            RowDetail detail = RowDetail.read(entry.detail());
            detail.before().ifPresent(seal -> turn(table, seal));
            detail.now().ifPresent(seal -> turn(table, seal));
            rows.computeIfAbsent(table, key -> new HashMap<>())
                    .put(entry.subject(), detail.now().orElse(GONE));
        } catch (ProblemException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // The entry does not hold: the walk has named it.
            return;
        }
    }

    private void turn(String table, String seal) {
        xor(digests.computeIfAbsent(table, key -> new byte[SEAL]), seal);
    }

    /** Compares with what is there; can be asked once. */
    List<Problem> findings(AuditLog log, Map<String, String> ledgers) {
        List<Problem> findings = new ArrayList<>();
        Set<String> tables = new TreeSet<>(digests.keySet());
        tables.addAll(ledgers.keySet());
        for (String table : tables) {
            // What was compared is forgotten: two lists of a million rows would fill the memory.
            Map<String, String> left = Optional.ofNullable(rows.remove(table)).orElseGet(Map::of);
            int before = findings.size();
            byte[] sum = new byte[SEAL];
            log.rows(
                    table,
                    (subject, seal) -> {
                        xor(sum, seal);
                        String should = left.isEmpty() ? null : left.remove(subject);
                        if (should != null && !should.equals(seal)) {
                            findings.add(row(table, subject));
                        }
                    });
            left.forEach(
                    (subject, should) -> {
                        if (!should.equals(GONE)) {
                            findings.add(row(table, subject));
                        }
                    });
            String said = HexFormat.of().formatHex(digests.getOrDefault(table, new byte[SEAL]));
            boolean whole =
                    HexFormat.of().formatHex(sum).equals(said)
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

    // Digit by digit: there may be millions, and an array for each takes longer than the reading.
    private static void xor(byte[] sum, String seal) {
        if (seal.length() != 2 * sum.length) {
            throw new IllegalArgumentException("not a seal: " + seal);
        }
        for (int i = 0; i < sum.length; i++) {
            int high = HexFormat.fromHexDigit(seal.charAt(2 * i));
            int low = HexFormat.fromHexDigit(seal.charAt(2 * i + 1));
            sum[i] ^= (byte) (high << 4 | low);
        }
    }
}
