package io.marquetry.store.save;

import static io.marquetry.store.jooq.Tables.AUDIT_HEAD;
import static io.marquetry.store.jooq.Tables.LEDGER;
import static io.marquetry.store.jooq.Tables.SETTING;
import static io.marquetry.store.jooq.Tables.TAG_SIZE;

import io.marquetry.audit.AuditEntry;
import io.marquetry.audit.AuditLog;
import io.marquetry.audit.RowDetail;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.store.jooq.tables.records.AuditHeadRecord;
import io.marquetry.store.jooq.tables.records.AuditRecord;

import org.jooq.DSLContext;
import org.jooq.Table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one save adds to the audit. Every save adds an entry at least, so that the number of the
 * newest save tells where the audit has to end.
 */
public final class AuditTrail {

    /** Small things that the window remembers, and figures that are taken anew each day. */
    private static final List<Table<?>> UNTOLD = List.of(SETTING, TAG_SIZE);

    private static final int HEAD = 1;

    private final DSLContext sql;
    private final String who;
    private final Instant at;
    private final List<Told> told = new ArrayList<>();

    AuditTrail(DSLContext sql, String who, Instant at) {
        this.sql = sql;
        this.who = who;
        this.at = at;
    }

    /** Notes that a row was saved or removed. */
    void row(Table<?> table, String key, Optional<String> before, Optional<String> now) {
        if (!UNTOLD.contains(table)) {
            String done = now.isEmpty() ? "removed" : before.isEmpty() ? "added" : "changed";
            told.add(new Told(name(table) + "." + done, key, new RowDetail(before, now).write()));
        }
    }

    /** Notes what was done. */
    void told(String what, String subject, JsonMembers detail) {
        told.add(new Told(what, subject, CanonicalJson.write(detail.done())));
    }

    /** Returns the newest entry; before the first, what the ledgers state is noted. */
    AuditLog.Head head() {
        return sql.selectFrom(AUDIT_HEAD)
                .fetchOptional(row -> new AuditLog.Head(row.getSeq(), row.getHash()))
                .orElseGet(
                        () -> {
                            JsonMembers digests = new JsonMembers();
                            digests(sql).forEach(digests::put);
                            told.addFirst(
                                    new Told(
                                            "workspace.began",
                                            "",
                                            CanonicalJson.write(digests.done())));
                            return new AuditLog.Head(0, AuditEntry.NOTHING);
                        });
    }

    /** Writes all that was noted, and the head as the last statement. */
    void write(AuditLog.Head head, long generation) {
        if (told.isEmpty()) {
            told.add(new Told("workspace.saved", "", "{}"));
        }
        String prev = head.hash();
        long seq = head.seq();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        List<AuditRecord> rows = new ArrayList<>(told.size());
        for (Told one : told) {
            int remaining = told.size() - rows.size() - 1;
            AuditEntry entry =
                    new AuditEntry(
                                    ++seq,
                                    micros,
                                    generation,
                                    remaining,
                                    who,
                                    one.what(),
                                    one.subject(),
                                    one.detail(),
                                    prev,
                                    "")
                            .hashed();
            rows.add(row(entry));
            prev = entry.hash();
        }
        sql.batchInsert(rows).execute();
        AuditHeadRecord newest = new AuditHeadRecord();
        newest.setId(HEAD);
        newest.setSeq(seq);
        newest.setHash(prev);
        if (head.seq() == 0) {
            sql.insertInto(AUDIT_HEAD).set(newest).execute();
        } else {
            sql.update(AUDIT_HEAD).set(newest).execute();
        }
    }

    /** Returns what the ledgers of the tables state whose rows are told. */
    public static Map<String, String> digests(DSLContext sql) {
        Map<String, String> digests = new TreeMap<>();
        for (var row : sql.selectFrom(LEDGER)) {
            if (UNTOLD.stream().noneMatch(table -> table.getName().equals(row.getKind()))) {
                digests.put(row.getKind().toLowerCase(Locale.ROOT), row.getDigest());
            }
        }
        return digests;
    }

    /** Returns what entries call a table. */
    public static String name(Table<?> table) {
        return table.getName().toLowerCase(Locale.ROOT);
    }

    static AuditRecord row(AuditEntry entry) {
        AuditRecord row = new AuditRecord();
        row.setSeq(entry.seq());
        row.setAtMicros(entry.atMicros());
        row.setGeneration(entry.generation());
        row.setRemaining(entry.remaining());
        row.setWho(entry.who());
        row.setWhat(entry.what());
        row.setSubject(entry.subject());
        row.setDetail(entry.detail());
        row.setPrev(entry.prev());
        row.setHash(entry.hash());
        return row;
    }

    private record Told(String what, String subject, String detail) {}
}
