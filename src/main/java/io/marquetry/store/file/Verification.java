package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.ARCHIVED_PACKAGE;
import static io.marquetry.store.jooq.Tables.ASSET;
import static io.marquetry.store.jooq.Tables.ASSET_FILE;
import static io.marquetry.store.jooq.Tables.ASSET_VERSION;
import static io.marquetry.store.jooq.Tables.AUDIT;
import static io.marquetry.store.jooq.Tables.AUDIT_HEAD;
import static io.marquetry.store.jooq.Tables.CHECK_OVERRIDE;
import static io.marquetry.store.jooq.Tables.DRAFT;
import static io.marquetry.store.jooq.Tables.LIBRARY_ENTRY;
import static io.marquetry.store.jooq.Tables.NAMING_WORD;
import static io.marquetry.store.jooq.Tables.OUTCOME_MAPPING;
import static io.marquetry.store.jooq.Tables.OUTCOME_SET;
import static io.marquetry.store.jooq.Tables.PACKAGE_IMPORT;
import static io.marquetry.store.jooq.Tables.PACKAGE_LIFE;
import static io.marquetry.store.jooq.Tables.PACKAGE_ORIGIN;
import static io.marquetry.store.jooq.Tables.PACKAGE_SCHEDULE;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;
import static io.marquetry.store.jooq.Tables.REMARK;
import static io.marquetry.store.jooq.Tables.REQUIREMENT;
import static io.marquetry.store.jooq.Tables.SETTING;
import static io.marquetry.store.jooq.Tables.SOURCE;
import static io.marquetry.store.jooq.Tables.STEP;
import static io.marquetry.store.jooq.Tables.TAG;
import static io.marquetry.store.jooq.Tables.TAG_ALIAS;
import static io.marquetry.store.jooq.Tables.TAG_REWRITE;
import static io.marquetry.store.jooq.Tables.TAG_SIZE;
import static io.marquetry.store.jooq.Tables.TAG_VERSION;
import static io.marquetry.store.jooq.Tables.TEMPLATE_USE;
import static io.marquetry.store.jooq.Tables.VERSION_AUTHOR;
import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.base.Problem;
import io.marquetry.store.save.LedgerEntry;
import io.marquetry.store.save.RowSeal;
import io.marquetry.store.save.Transaction;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a whole database and compares it with its seals and its ledger: H2 itself does not notice a
 * flipped bit, and may open a cut file with a table gone.
 */
final class Verification {

    /** The tables whose rows are sealed, those that others refer to first. */
    static final List<Table<? extends UpdatableRecord<?>>> SEALED =
            List.of(
                    TAG,
                    ASSET_FILE,
                    ASSET,
                    SOURCE,
                    DRAFT,
                    PACKAGE_VERSION,
                    ARCHIVED_PACKAGE,
                    VERSION_AUTHOR,
                    PACKAGE_LIFE,
                    STEP,
                    PACKAGE_ORIGIN,
                    LIBRARY_ENTRY,
                    TEMPLATE_USE,
                    REMARK,
                    CHECK_OVERRIDE,
                    PACKAGE_SCHEDULE,
                    TAG_VERSION,
                    ASSET_VERSION,
                    REQUIREMENT,
                    TAG_ALIAS,
                    NAMING_WORD,
                    TAG_REWRITE,
                    PACKAGE_IMPORT,
                    OUTCOME_SET,
                    OUTCOME_MAPPING,
                    TAG_SIZE,
                    SETTING);

    /** The migration that brought the audit. */
    static final int WITH_AUDIT = 6;

    /** The tables of the audit; its chain holds them together, no ledger. */
    static final List<Table<? extends UpdatableRecord<?>>> CHAINED = List.of(AUDIT, AUDIT_HEAD);

    /** The tables that came later than with the first migration, by the one they came with. */
    private static final Map<Table<?>, Integer> SINCE =
            Map.ofEntries(
                    Map.entry(OUTCOME_SET, 2),
                    Map.entry(OUTCOME_MAPPING, 2),
                    Map.entry(TAG_SIZE, 2),
                    Map.entry(ARCHIVED_PACKAGE, 3),
                    Map.entry(TAG_VERSION, 4),
                    Map.entry(TAG_ALIAS, 4),
                    Map.entry(NAMING_WORD, 4),
                    Map.entry(TAG_REWRITE, 4),
                    Map.entry(VERSION_AUTHOR, 5),
                    Map.entry(PACKAGE_LIFE, 5),
                    Map.entry(STEP, 5),
                    Map.entry(PACKAGE_ORIGIN, 5),
                    Map.entry(LIBRARY_ENTRY, 7),
                    Map.entry(TEMPLATE_USE, 7),
                    Map.entry(ASSET_VERSION, 8),
                    Map.entry(REQUIREMENT, 8),
                    Map.entry(REMARK, 9),
                    Map.entry(CHECK_OVERRIDE, 9),
                    Map.entry(PACKAGE_SCHEDULE, 9),
                    Map.entry(PACKAGE_IMPORT, 10),
                    Map.entry(ASSET_FILE, 11));

    /** The columns that came with the fourth migration, to tables that were there before. */
    private static final Set<Field<?>> FOURTH =
            Set.of(
                    DRAFT.REVISION,
                    DRAFT.STANDING,
                    TAG.REVISION,
                    TAG.STATE,
                    TAG.OWNER,
                    TAG.TEAM,
                    TAG.VALID_FROM,
                    TAG.VALID_UNTIL,
                    TAG.SUCCESSOR,
                    TAG.REASON,
                    TAG.SCENARIO,
                    ASSET.REVISION,
                    ASSET.STATE,
                    ASSET.OWNER,
                    ASSET.TEAM,
                    ASSET.VALID_FROM,
                    ASSET.VALID_UNTIL,
                    ASSET.SUCCESSOR,
                    ASSET.REASON,
                    ASSET.SCENARIO);

    private static final Field<String> VERSION =
            DSL.field(DSL.name("version"), SQLDataType.VARCHAR);

    private Verification() {}

    /** Returns the newest migration that a database has seen, from 1. */
    static int schema(DSLContext sql) {
        return sql
                .select(VERSION)
                .from(DSL.table(DSL.name("flyway_schema_history")))
                .where(VERSION.isNotNull())
                .fetch(VERSION)
                .stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Opens a file, verifies all of it, and closes it; returns the first finding. */
    static Optional<Problem> of(Path file, String workspace) {
        try (Connection connection = Connections.open(file)) {
            return of(Connections.sql(connection), workspace);
        } catch (SQLException e) {
            return Optional.of(unreadable(e));
        }
    }

    /** Verifies all of an open database; returns the first finding. */
    static Optional<Problem> of(DSLContext sql, String workspace) {
        try {
            Optional<Problem> finding = identity(sql, workspace);
            int schema = schema(sql);
            for (Table<? extends UpdatableRecord<?>> table : SEALED) {
                if (finding.isPresent()) {
                    break;
                }
                if (schema < SINCE.getOrDefault(table, 1)) {
                    // A backup, or a workspace, from before: to be migrated once it is known whole.
                    continue;
                }
                finding = rows(sql, table, schema);
            }
            return finding;
        } catch (RuntimeException e) {
            // A damaged file makes H2 fail in any way.
            return Optional.of(unreadable(e));
        }
    }

    /** Returns a finding where the database belongs to another workspace. */
    static Optional<Problem> identity(DSLContext sql, String workspace) {
        List<String> found = sql.selectFrom(WORKSPACE).fetch(WORKSPACE.ID);
        return found.equals(List.of(workspace))
                ? Optional.empty()
                : Optional.of(Problem.of("problem.damage.other"));
    }

    /** Returns the finding for a file that H2 cannot read. */
    static Problem unreadable(Exception failure) {
        return Problem.of("problem.damage.unreadable", String.valueOf(failure.getMessage()));
    }

    /** Returns the finding for a row that differs from its seal. */
    static Problem broken(UpdatableRecord<?> row) {
        return Problem.of("problem.damage.row", name(row));
    }

    private static <R extends UpdatableRecord<R>> Optional<Problem> rows(
            DSLContext sql, Table<? extends UpdatableRecord<?>> table, int schema) {
        LedgerEntry sum = LedgerEntry.NOTHING;
        Field<String> seal = RowSeal.column(table);
        List<Field<?>> there =
                Stream.of(table.fields())
                        .filter(field -> schema >= 4 || !FOURTH.contains(field))
                        .toList();
        try (Cursor<?> cursor = sql.select(there).from(table).fetchLazy()) {
            for (Record read : cursor) {
                UpdatableRecord<?> row = read.into(table);
                // By its key, too: the index may be damaged where the row is not.
                boolean found =
                        sql.fetchExists(
                                sql.selectOne()
                                        .from(table)
                                        .where(Transaction.sameKey(row))
                                        .and(seal.eq(row.get(seal))));
                if (!found || !RowSeal.holds(row)) {
                    return Optional.of(broken(row));
                }
                sum = sum.plus(row.get(seal));
            }
        }
        LedgerEntry stated = Transaction.ledger(sql, table.getName());
        return sum.equals(stated)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "problem.damage.ledger",
                                table.getName().toLowerCase(Locale.ROOT),
                                stated.entries(),
                                sum.entries()));
    }

    private static String name(UpdatableRecord<?> row) {
        return Stream.concat(
                        Stream.of(row.getTable().getName().toLowerCase(Locale.ROOT)),
                        row.key().intoList().stream().map(String::valueOf))
                .collect(Collectors.joining("/"));
    }
}
