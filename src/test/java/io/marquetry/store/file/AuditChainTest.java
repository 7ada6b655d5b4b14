package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.AUDIT;
import static io.marquetry.store.jooq.Tables.AUDIT_HEAD;
import static io.marquetry.store.jooq.Tables.LEDGER;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;
import static io.marquetry.store.jooq.Tables.VERSION_AUTHOR;
import static io.marquetry.store.jooq.Tables.WORKSPACE;
import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.audit.Audit;
import io.marquetry.audit.AuditEntry;
import io.marquetry.audit.AuditReport;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.pack.PackageEdit;
import io.marquetry.store.rows.AuditRows;
import io.marquetry.store.save.LedgerEntry;
import io.marquetry.store.save.RowSeal;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdatableRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whatever is changed behind the program's back is noticed, and the place is named. */
class AuditChainTest {

    @TempDir private Path folder;

    private Connection connection;
    private DSLContext sql;

    @BeforeEach
    void fill() throws SQLException {
        SmallWorkspace.open(folder).close();
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            workspace
                    .packages()
                    .create(
                            ONE,
                            LocalizedText.of("One", "一"),
                            CUSTOMERS,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse("user_level_gold"))));
            workspace.settings().put("tour", "seen");
            workspace.lives().submit(ONE, new CancelSignal());
        }
        try (Workspace workspace = SmallWorkspace.openAs(folder, "chen")) {
            String hash = workspace.packages().version(ONE, 1).sha256();
            workspace.lives().approve(ONE, 1, hash, false);
            AuditReport report = workspace.audit().verify(new CancelSignal());
            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isGreaterThan(10);
            assertThat(workspace.audit().about("pack_one", 50))
                    .extracting(AuditEntry::what)
                    .contains("package.approved", "package.in_review", "package_version.added");
        }
        connection = Connections.open(WorkspaceFiles.in(folder.resolve("workspace")).database());
        sql = Connections.sql(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyColumnOfEveryEntryIsHeld() throws SQLException {
        for (AuditEntry entry : entries()) {
            for (Field<?> field : AUDIT.fields()) {
                if (!field.equals(AUDIT.SEQ)) {
                    change(entry, field);
                    assertThat(named())
                            .as(field.getName() + " of " + entry)
                            .anySatisfy(
                                    finding -> assertThat(finding.args()).contains(entry.seq()));
                    connection.rollback();
                }
            }
        }
    }

    private void change(AuditEntry entry, Field<?> field) {
        if (Number.class.isAssignableFrom(field.getType())) {
            sql.update(AUDIT)
                    .set(field.coerce(Long.class), field.coerce(Long.class).plus(1))
                    .where(AUDIT.SEQ.eq(entry.seq()))
                    .execute();
        } else {
            Field<String> text = field.coerce(String.class);
            String before =
                    sql.select(text)
                            .from(AUDIT)
                            .where(AUDIT.SEQ.eq(entry.seq()))
                            .fetchSingle()
                            .value1();
            boolean hash = before.length() == 64;
            String after =
                    hash
                            ? (before.startsWith("a") ? "b" : "a") + before.substring(1)
                            : before + "x";
            sql.update(AUDIT).set(text, after).where(AUDIT.SEQ.eq(entry.seq())).execute();
        }
    }

    @Test
    void everyEntryThatIsTakenOutPutInOrMovedIsNoticed() throws SQLException {
        List<AuditEntry> all = entries();
        for (AuditEntry entry : all) {
            sql.deleteFrom(AUDIT).where(AUDIT.SEQ.eq(entry.seq())).execute();
            assertThat(named())
                    .as("without " + entry)
                    .anySatisfy(finding -> assertThat(finding.args()).contains(entry.seq()));
            connection.rollback();
        }
        for (int i = 1; i < all.size(); i++) {
            AuditEntry one = all.get(i - 1);
            AuditEntry other = all.get(i);
            swap(one.seq(), other.seq());
            assertThat(named()).as("swapped " + i).isNotEmpty();
            connection.rollback();
        }
    }

    private void swap(long one, long other) {
        sql.update(AUDIT).set(AUDIT.SEQ, 1_000_000L).where(AUDIT.SEQ.eq(one)).execute();
        sql.update(AUDIT).set(AUDIT.SEQ, one).where(AUDIT.SEQ.eq(other)).execute();
        sql.update(AUDIT).set(AUDIT.SEQ, other).where(AUDIT.SEQ.eq(1_000_000L)).execute();
    }

    @Test
    void entryThatIsForgedWithItsHashBreaksTheNext() throws SQLException {
        List<AuditEntry> all = entries();
        for (int i = 0; i < all.size(); i++) {
            AuditEntry old = all.get(i);
            AuditEntry forged =
                    new AuditEntry(
                                    old.seq(),
                                    old.atMicros(),
                                    old.generation(),
                                    old.remaining(),
                                    "nobody",
                                    old.what(),
                                    old.subject(),
                                    old.detail(),
                                    old.prev(),
                                    "")
                            .hashed();
            sql.update(AUDIT)
                    .set(AUDIT.WHO, forged.who())
                    .set(AUDIT.HASH, forged.hash())
                    .where(AUDIT.SEQ.eq(old.seq()))
                    .execute();
            assertThat(named())
                    .anySatisfy(finding -> assertThat(finding.args()).contains(old.seq()));
            connection.rollback();
        }
    }

    @Test
    void tailThatIsCutWithItsHeadSetBackIsNoticed() throws SQLException {
        List<AuditEntry> all = entries();
        for (int keep = all.size() - 1; keep > 0; keep--) {
            AuditEntry last = all.get(keep - 1);
            sql.deleteFrom(AUDIT).where(AUDIT.SEQ.gt(last.seq())).execute();
            assertThat(named()).extracting(Problem::key).contains("problem.audit.cut");
            sql.update(AUDIT_HEAD)
                    .set(AUDIT_HEAD.SEQ, last.seq())
                    .set(AUDIT_HEAD.HASH, last.hash())
                    .execute();
            assertThat(named()).as("cut after " + last).isNotEmpty();
            connection.rollback();
        }
        sql.deleteFrom(AUDIT).execute();
        sql.deleteFrom(AUDIT_HEAD).execute();
        assertThat(named()).extracting(Problem::key).containsExactly("problem.audit.noHead");
    }

    @Test
    void headThatIsChangedIsNoticed() throws SQLException {
        sql.update(AUDIT_HEAD).set(AUDIT_HEAD.SEQ, AUDIT_HEAD.SEQ.plus(1)).execute();
        assertThat(named()).extracting(Problem::key).containsExactly("problem.audit.cut");
        connection.rollback();
        sql.update(AUDIT_HEAD).set(AUDIT_HEAD.HASH, "f".repeat(64)).execute();
        assertThat(named()).extracting(Problem::key).containsExactly("problem.audit.head");
        connection.rollback();
        sql.update(WORKSPACE).set(WORKSPACE.GENERATION, WORKSPACE.GENERATION.plus(1)).execute();
        assertThat(named()).extracting(Problem::key).containsExactly("problem.audit.short");
    }

    @Allow.PlainSQL
    @Test
    void versionThatSaysSomethingElseIsNamedEvenWhereSealAndLedgerWereMadeAnew()
            throws SQLException {
        sql.execute("drop trigger versions_never_change");
        forge(
                sql.selectFrom(PACKAGE_VERSION).fetchSingle(),
                row -> row.set(PACKAGE_VERSION.DOCUMENT, "{}"));
        assertThat(named())
                .containsExactly(Problem.of("problem.audit.row", "package_version", "pack_one/1"));
    }

    @Test
    void authorWhoIsTakenOutIsNoticed() throws SQLException {
        var author = sql.selectFrom(VERSION_AUTHOR).fetchAny();
        ledger(author, LedgerEntry.NOTHING.minus(author.getSeal()));
        sql.deleteFrom(VERSION_AUTHOR).where(Transaction.sameKey(author)).execute();
        assertThat(named())
                .containsExactly(
                        Problem.of("problem.audit.row", "version_author", "pack_one/1/li"));
    }

    @Test
    void rowThatWasPutInIsNoticed() throws SQLException {
        var author = sql.newRecord(VERSION_AUTHOR);
        author.setPackageKey("pack_one");
        author.setVersion(1);
        author.setLogin("chen");
        RowSeal.put(author);
        author.insert();
        ledger(author, LedgerEntry.NOTHING.plus(author.getSeal()));
        assertThat(named()).containsExactly(Problem.of("problem.audit.table", "version_author"));
    }

    private <R extends UpdatableRecord<R>> void forge(R row, Consumer<R> change) {
        String before = row.get(RowSeal.column(row.getTable()));
        change.accept(row);
        RowSeal.put(row);
        sql.update(row.getTable()).set(row).where(Transaction.sameKey(row)).execute();
        ledger(
                row,
                LedgerEntry.NOTHING.minus(before).plus(row.get(RowSeal.column(row.getTable()))));
    }

    private void ledger(UpdatableRecord<?> row, LedgerEntry change) {
        LedgerEntry now = Transaction.ledger(sql, row.getTable().getName()).plus(change);
        sql.update(LEDGER)
                .set(LEDGER.ENTRIES, now.entries())
                .set(LEDGER.DIGEST, now.digest())
                .where(LEDGER.KIND.eq(row.getTable().getName()))
                .execute();
    }

    private List<AuditEntry> entries() {
        return new AuditRows(new Open()).read(0, 1_000);
    }

    private List<Problem> named() {
        return new Audit(new AuditRows(new Open())).verify(new CancelSignal()).findings();
    }

    /** Reads what stands in the transaction of the test. */
    private final class Open implements Saves {

        @Override
        public <T> T read(Function<DSLContext, T> work) {
            return work.apply(sql);
        }

        @Override
        public Actor actor() {
            return new Actor("test");
        }

        @Override
        public Revision write(Consumer<Transaction> work) {
            throw new AssertionError("a verification writes nothing");
        }

        @Override
        public <R extends UpdatableRecord<R>> R intact(R row) {
            return row;
        }
    }
}
