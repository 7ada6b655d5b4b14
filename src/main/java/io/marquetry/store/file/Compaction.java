package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.AUDIT;
import static io.marquetry.store.jooq.Tables.LEDGER;
import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a workspace anew where its file has grown: under {@code REUSE_SPACE=FALSE} each save adds
 * about 20 KB that H2 never takes back.
 */
final class Compaction {

    private static final int BATCH = 1_000;
    private static final long ROW = 300;

    private Compaction() {}

    /**
     * Writes a verified copy to {@link WorkspaceFiles#rewritten}, where the file is large.
     *
     * @param above smaller files are left alone, in bytes
     * @return whether the copy is there, closed and durable, to take the file's place
     */
    static boolean rewriteIfWorthIt(
            WorkspaceFiles files, Connection from, String workspace, long above)
            throws IOException, SQLException {
        Files.deleteIfExists(files.rewritten());
        if (Verification.schema(Connections.sql(from)) != Marker.NEWEST_SCHEMA) {
            // It is closed to be upgraded; the tables of today are not in it yet.
            return false;
        }
        long size = Files.size(files.database());
        if (size < above || above > 0 && size / 4 < content(Connections.sql(from))) {
            return false;
        }
        try {
            rewrite(files, from);
            Optional<Problem> finding = Verification.of(files.rewritten(), workspace);
            if (finding.isEmpty()) {
                Seal.FileHash.sync(files.rewritten());
                return true;
            }
        } catch (IOException | SQLException | RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(Compaction.class)
                    .warn("{} stays as large as it is", files.database(), e);
        }
        Files.deleteIfExists(files.rewritten());
        return false;
    }

    // About how many bytes the rows need: only a file far above that is rewritten.
    private static long content(DSLContext sql) {
        long bytes = ROW * sql.fetchCount(AUDIT);
        for (Table<? extends Record> table : Verification.SEALED) {
            bytes += ROW * sql.fetchCount(table);
            Field<String> document = table.field("DOCUMENT", String.class);
            if (document != null) {
                bytes +=
                        sql.select(
                                        DSL.coalesce(
                                                DSL.sum(DSL.octetLength(document)),
                                                BigDecimal.ZERO))
                                .from(table)
                                .fetchSingle(Record1::value1)
                                .longValue();
            }
        }
        return bytes;
    }

    /** Writes all rows to {@link WorkspaceFiles#rewritten}. */
    static void rewrite(WorkspaceFiles files, Connection from) throws IOException, SQLException {
        Files.deleteIfExists(files.rewritten());
        List<Table<? extends Record>> all = new ArrayList<>(List.of(WORKSPACE, LEDGER));
        all.addAll(Verification.SEALED);
        all.addAll(Verification.CHAINED);
        try (Connection to = Connections.create(files.rewritten())) {
            for (Table<? extends Record> table : all) {
                copy(Connections.sql(from), Connections.sql(to), table);
            }
            to.commit();
            Connections.sync(to);
        }
        PrivateFiles.close(files.rewritten());
    }

    private static void copy(DSLContext from, DSLContext to, Table<? extends Record> table) {
        try (Cursor<? extends Record> rows = from.selectFrom(table).fetchLazy()) {
            List<TableRecord<?>> batch = new ArrayList<>(BATCH);
            for (Record row : rows) {
                TableRecord<?> copy = (TableRecord<?>) row;
                copy.touched(true);
                batch.add(copy);
                if (batch.size() == BATCH) {
                    to.batchInsert(batch).execute();
                    batch.clear();
                }
            }
            to.batchInsert(batch).execute();
        }
    }
}
