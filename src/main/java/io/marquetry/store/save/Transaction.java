package io.marquetry.store.save;

import static io.marquetry.store.jooq.Tables.LEDGER;
import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.audit.AuditLog;
import io.marquetry.base.Actor;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.json.JsonMembers;
import io.marquetry.store.jooq.tables.records.LedgerRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One save in work: all rows are written through it, so that seals and ledger follow. */
public final class Transaction {

    private static final int BATCH = 1_000;

    /** Of a row that was saved once; also of one from before saves were counted. */
    private static final Revision FIRST = new Revision(1);

    private final DSLContext sql;
    private final Actor actor;
    private final Map<String, LedgerEntry> changes = new TreeMap<>();
    private final Optional<AuditTrail> audit;

    /**
     * Begins a save. The row of the workspace is locked first: two who save at once would each read
     * the ledger before the other wrote it.
     *
     * @param sql on a connection whose transaction begins here
     * @param actor who saves
     * @param audited when, for the audit; empty where the schema has none yet
     */
    public Transaction(DSLContext sql, Actor actor, Optional<Instant> audited) {
        this.sql = sql;
        this.actor = actor;
        this.audit = audited.map(at -> new AuditTrail(sql, actor.login(), at));
        sql.selectFrom(WORKSPACE).forUpdate().fetch();
    }

    /** Returns who saves. */
    public Actor actor() {
        return actor;
    }

    /** Returns what reads inside the save. */
    public DSLContext sql() {
        return sql;
    }

    /**
     * Returns whether a row with the key of this one is there, saved before or within this save.
     */
    public boolean has(UpdatableRecord<?> row) {
        return before(row).isPresent();
    }

    /** Adds a row; its key must be free. */
    public void insert(UpdatableRecord<?> row) {
        RowSeal.put(row);
        sql.insertInto(row.getTable()).set(row).execute();
        added(row);
    }

    /**
     * Notes in the audit what was done, beside the rows that were saved for it.
     *
     * @param what for example {@code package.approved}
     */
    public void tell(String what, String subject, JsonMembers detail) {
        audit.ifPresent(trail -> trail.told(what, subject, detail));
    }

    private void added(UpdatableRecord<?> row) {
        change(row.getTable(), LedgerEntry.NOTHING.plus(seal(row)));
        audit.ifPresent(
                trail ->
                        trail.row(
                                row.getTable(),
                                key(row),
                                Optional.empty(),
                                Optional.of(seal(row))));
    }

    /** Adds many rows of one table; their keys must be free. */
    public void insertAll(Collection<? extends UpdatableRecord<?>> rows) {
        List<UpdatableRecord<?>> batch = new ArrayList<>(BATCH);
        for (UpdatableRecord<?> row : rows) {
            RowSeal.put(row);
            added(row);
            batch.add(row);
            if (batch.size() == BATCH) {
                sql.batchInsert(batch).execute();
                batch.clear();
            }
        }
        sql.batchInsert(batch).execute();
    }

    /**
     * Adds a row, or replaces the one with its key, whatever it says: for rows that nobody edits.
     */
    public void put(UpdatableRecord<?> row) {
        put(row, before(row));
    }

    /**
     * Adds a row, or replaces the one with its key.
     *
     * @param seen the revision that whoever saves knows, {@link Revision#NONE} for a new row
     * @return the revision that the row has now
     * @throws io.marquetry.base.ProblemException if another save came between
     */
    public Revision put(UpdatableRecord<?> row, Revision seen) {
        Optional<Before> before = before(row);
        if (!before.map(Before::revision).orElse(Revision.NONE).equals(seen)) {
            throw Problem.of("problem.save.overtaken", key(row)).asException();
        }
        return put(row, before);
    }

    /**
     * Replaces many rows of one table whose key is one column.
     *
     * @param seen the revision of each that whoever saves knows
     * @return the revisions that the rows have now, in the same order
     * @throws io.marquetry.base.ProblemException if another save came between
     */
    public List<Revision> putAll(List<? extends UpdatableRecord<?>> rows, List<Revision> seen) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Object, Before> before = before(rows);
        List<Revision> now = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            UpdatableRecord<?> row = rows.get(i);
            @Nullable Before old = before.get(row.key().get(0));
            if (old == null || !old.revision().equals(seen.get(i))) {
                throw Problem.of("problem.save.overtaken", key(row)).asException();
            }
            now.add(replacing(row, old));
        }
        sql.batchUpdate(rows).execute();
        return now;
    }

    private Revision put(UpdatableRecord<?> row, Optional<Before> before) {
        if (before.isEmpty()) {
            insert(row);
            return FIRST;
        }
        Revision now = replacing(row, before.get());
        sql.update(row.getTable()).set(row).where(sameKey(row)).execute();
        return now;
    }

    /** Seals a row that takes the place of another, and notes it; returns its revision. */
    private Revision replacing(UpdatableRecord<?> row, Before before) {
        Revision next = new Revision(before.revision().number() + 1);
        revision(row.getTable()).ifPresent(field -> row.set(field, next.number()));
        RowSeal.put(row);
        // All columns, so that none keeps what it had and breaks the seal.
        row.touched(true);
        change(row.getTable(), LedgerEntry.NOTHING.minus(before.seal()).plus(seal(row)));
        audit.ifPresent(
                trail ->
                        trail.row(
                                row.getTable(),
                                key(row),
                                Optional.of(before.seal()),
                                Optional.of(seal(row))));
        return next;
    }

    /** Returns the revision of a row as it was read. */
    public static Revision revisionOf(UpdatableRecord<?> row) {
        return revision(row.getTable()).map(row::get).map(Revision::new).orElse(FIRST);
    }

    private static Optional<Field<Long>> revision(Table<?> table) {
        return Optional.ofNullable(table.field("REVISION", Long.class));
    }

    /** Returns the key of a row as one text. */
    static String key(UpdatableRecord<?> row) {
        return row.key().intoList().stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** Removes the row with the key of this one, if there is one. */
    public void remove(UpdatableRecord<?> row) {
        before(row)
                .ifPresent(
                        old -> {
                            sql.deleteFrom(row.getTable()).where(sameKey(row)).execute();
                            change(row.getTable(), LedgerEntry.NOTHING.minus(old.seal()));
                            audit.ifPresent(
                                    trail ->
                                            trail.row(
                                                    row.getTable(),
                                                    key(row),
                                                    Optional.of(old.seal()),
                                                    Optional.empty()));
                        });
    }

    /** Writes the ledger, counts the save and adds to the audit; returns the save's number. */
    public long finish() {
        Optional<AuditLog.Head> head = audit.map(AuditTrail::head);
        changes.forEach((kind, change) -> enter(kind, ledger(sql, kind).plus(change)));
        sql.update(WORKSPACE).set(WORKSPACE.GENERATION, WORKSPACE.GENERATION.plus(1)).execute();
        long generation = generation(sql);
        audit.ifPresent(trail -> trail.write(head.orElseThrow(), generation));
        return generation;
    }

    /** Returns the number of the last save. */
    public static long generation(DSLContext sql) {
        return sql.select(WORKSPACE.GENERATION).from(WORKSPACE).fetchSingle(WORKSPACE.GENERATION);
    }

    /** Returns what the rows of a table should add up to. */
    public static LedgerEntry ledger(DSLContext sql, String kind) {
        return sql.selectFrom(LEDGER)
                .where(LEDGER.KIND.eq(kind))
                .fetchOptional(row -> new LedgerEntry(row.getEntries(), row.getDigest()))
                .orElse(LedgerEntry.NOTHING);
    }

    /** Returns the condition that finds the row with the key of this one. */
    public static Condition sameKey(UpdatableRecord<?> row) {
        Condition same = DSL.noCondition();
        for (Field<?> field : Objects.requireNonNull(row.getTable().getPrimaryKey()).getFields()) {
            same = same.and(equal(field, row));
        }
        return same;
    }

    private static <T> Condition equal(Field<T> field, Record row) {
        @Nullable T value = row.get(field);
        return field.eq(value);
    }

    private void enter(String kind, LedgerEntry entry) {
        LedgerRecord row = new LedgerRecord();
        row.setKind(kind);
        row.setEntries(entry.entries());
        row.setDigest(entry.digest());
        if (sql.update(LEDGER).set(row).where(LEDGER.KIND.eq(kind)).execute() == 0) {
            sql.insertInto(LEDGER).set(row).execute();
        }
    }

    private Optional<Before> before(UpdatableRecord<?> row) {
        return sql.select(told(row.getTable()))
                .from(row.getTable())
                .where(sameKey(row))
                .fetchOptional(found -> before(row.getTable(), found));
    }

    /** Returns what rows of one table said before, by their keys. */
    private Map<Object, Before> before(List<? extends UpdatableRecord<?>> rows) {
        Table<?> table = rows.getFirst().getTable();
        Field<?> key = Objects.requireNonNull(table.getPrimaryKey()).getFields().getFirst();
        List<Field<?>> fields = new ArrayList<>(told(table));
        fields.add(key);
        return sql.select(fields)
                .from(table)
                .where(among(key, rows))
                .fetchMap(found -> found.get(key), found -> before(table, found));
    }

    private static <T> Condition among(Field<T> key, List<? extends UpdatableRecord<?>> rows) {
        return key.in(rows.stream().map(row -> row.get(key)).toList());
    }

    private static List<Field<?>> told(Table<?> table) {
        List<Field<?>> fields = new ArrayList<>(List.of(RowSeal.column(table)));
        revision(table).ifPresent(fields::add);
        return fields;
    }

    private static Before before(Table<?> table, Record found) {
        return new Before(
                found.get(RowSeal.column(table)),
                revision(table).map(found::get).map(Revision::new).orElse(FIRST));
    }

    private void change(Table<?> table, LedgerEntry change) {
        changes.merge(table.getName(), change, LedgerEntry::plus);
    }

    private static String seal(UpdatableRecord<?> row) {
        return row.get(RowSeal.column(row.getTable()));
    }

    /** What a row said of itself before it was replaced. */
    private record Before(String seal, Revision revision) {}
}
