package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.AUDIT;
import static io.marquetry.store.jooq.Tables.AUDIT_HEAD;

import io.marquetry.audit.AuditEntry;
import io.marquetry.audit.AuditLog;
import io.marquetry.base.Behind;
import io.marquetry.store.jooq.DefaultSchema;
import io.marquetry.store.jooq.tables.records.AuditRecord;
import io.marquetry.store.save.AuditTrail;
import io.marquetry.store.save.RowSeal;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/** The audit in the workspace, read back. */
public final class AuditRows implements AuditLog {

    /** In the order of an entry's parts. */
    private static final List<Field<?>> COLUMNS =
            List.of(
                    AUDIT.SEQ,
                    AUDIT.AT_MICROS,
                    AUDIT.GENERATION,
                    AUDIT.REMAINING,
                    AUDIT.WHO,
                    AUDIT.WHAT,
                    AUDIT.SUBJECT,
                    AUDIT.DETAIL,
                    AUDIT.PREV,
                    AUDIT.HASH);

    /** So many are sealed anew while the next are read. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final Saves saves;

    /** Reads the audit of a workspace. */
    public AuditRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public List<AuditEntry> read(long after, int most) {
        return saves.read(
                sql ->
                        entries(
                                sql.select(COLUMNS)
                                        .from(AUDIT)
                                        .where(AUDIT.SEQ.gt(after))
                                        .orderBy(AUDIT.SEQ)
                                        .limit(most)));
    }

    /** Without records in between: of a million entries they take longer than the reading. */
    private static List<AuditEntry> entries(ResultQuery<?> query) {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                entries.add(
                        new AuditEntry(
                                rows.getLong(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getInt(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getString(8),
                                rows.getString(9),
                                rows.getString(10)));
            }
            return entries;
        } catch (SQLException e) {
            throw new DataAccessException("the audit cannot be read", e);
        }
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
    public void rows(String table, BiConsumer<String, String> taker) {
        saves.scan(
                sql -> {
                    long rows = 0;
                    for (Table<?> one : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
                        if (AuditTrail.name(one).equals(table) && one.field("SEAL") != null) {
                            RowSeal.OfTable seal = new RowSeal.OfTable(one, one.fields());
                            List<? extends Field<?>> key =
                                    Objects.requireNonNull(one.getPrimaryKey()).getFields();
                            try (Cursor<?> all = sql.selectFrom(one).fetchLazy();
                                    Behind behind = new Behind()) {
                                while (all.hasNext()) {
                                    Result<?> some = all.fetchNext(ROWS_AT_ONCE);
                                    rows += some.size();
                                    behind.run(
                                            () -> {
                                                for (Record row : some) {
                                                    taker.accept(
                                                            key(row, key),
                                                            seal.of((TableRecord<?>) row));
                                                }
                                            });
                                }
                            }
                        }
                    }
                    return rows;
                });
    }

    private static String key(Record row, List<? extends Field<?>> fields) {
        if (fields.size() == 1) {
            return String.valueOf(row.get(fields.getFirst()));
        }
        StringJoiner key = new StringJoiner("/");
        fields.forEach(field -> key.add(String.valueOf(row.get(field))));
        return key.toString();
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
