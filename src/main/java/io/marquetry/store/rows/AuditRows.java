package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.AUDIT;
import static io.marquetry.store.jooq.Tables.AUDIT_HEAD;

import io.marquetry.audit.AuditEntry;
import io.marquetry.audit.AuditLog;
import io.marquetry.store.jooq.DefaultSchema;
import io.marquetry.store.jooq.tables.records.AuditRecord;

import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The audit in the workspace, read back. */
public final class AuditRows implements AuditLog {

    private final Saves saves;

    /** Reads the audit of a workspace. */
    public AuditRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public List<AuditEntry> read(long after, int most) {
        return saves.read(
                sql ->
                        sql.selectFrom(AUDIT)
                                .where(AUDIT.SEQ.gt(after))
                                .orderBy(AUDIT.SEQ)
                                .limit(most)
                                .fetch(AuditRows::entry));
    }

    @Override
    public List<AuditEntry> about(String subject, int most) {
        return saves.read(
                sql ->
                        sql.selectFrom(AUDIT)
                                .where(AUDIT.SUBJECT.eq(subject))
                                .or(AUDIT.SUBJECT.startsWith(subject + "/"))
                                .orderBy(AUDIT.SEQ.desc())
                                .limit(most)
                                .fetch(AuditRows::entry));
    }

    @Override
    public State state() {
        return saves.read(
                sql ->
                        new State(
                                sql.selectFrom(AUDIT_HEAD)
                                        .fetchOptional(
                                                row -> new Head(row.getSeq(), row.getHash())),
                                sql.select(DSL.coalesce(DSL.max(AUDIT.SEQ), 0L))
                                        .from(AUDIT)
                                        .fetchSingle()
                                        .value1(),
                                Transaction.generation(sql),
                                AuditTrail.digests(sql)));
    }

    @Override
    public Map<String, String> rows(String table) {
        return saves.read(
                sql -> {
                    Map<String, String> seals = new HashMap<>();
                    for (Table<?> one : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
                        if (AuditTrail.name(one).equals(table) && one.field("SEAL") != null) {
                            sql.selectFrom(one)
                                    .fetchStream()
                                    .map(row -> (UpdatableRecord<?>) row)
                                    .forEach(
                                            row ->
                                                    seals.put(
                                                            Transaction.key(row), RowSeal.of(row)));
                        }
                    }
                    return seals;
                });
    }

    private static AuditEntry entry(AuditRecord row) {
        return new AuditEntry(
                row.getSeq(),
                row.getAtMicros(),
                row.getGeneration(),
                row.getRemaining(),
                row.getWho(),
                row.getWhat(),
                row.getSubject(),
                row.getDetail(),
                row.getPrev(),
                row.getHash());
    }
}
