package io.marquetry.store.file;

import io.marquetry.base.Actor;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Revision;
import io.marquetry.base.Warnings;
import io.marquetry.store.save.RowSeal;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The open database of a workspace: one connection, one caller at a time. After a failure of the
 * file system it lets go of the file; the next call opens and verifies it again.
 */
final class Database implements Saves, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final WorkspaceFiles files;
    private final InstantSource clock;
    private final Upkeep upkeep;
    private final Actor actor;
    private final Damage damage;
    private final Warnings warnings;
    private SealFile sealFile;
    private Seal seal;
    private @Nullable Connection connection;
    private @Nullable OpenFile place;

    /** Whether the schema has an audit: one that is opened to be upgraded may have none yet. */
    private boolean hasAudit;

    private Database(
            WorkspaceFiles files,
            SealFile.Opened sealed,
            InstantSource clock,
            Upkeep upkeep,
            Warnings warnings,
            Actor actor) {
        this.actor = actor;
        this.files = files;
        this.sealFile = sealed.file();
        this.seal = sealed.seal();
        this.clock = clock;
        this.upkeep = upkeep;
        this.warnings = warnings;
        this.damage = new Damage(files);
    }

    /**
     * Opens the database of a workspace whose file was compared with its seal.
     *
     * @throws ProblemException if it is damaged
     */
    static Database open(
            WorkspaceFiles files,
            SealFile.Opened sealed,
            InstantSource clock,
            Upkeep upkeep,
            Warnings warnings,
            Actor actor) {
        Database database = new Database(files, sealed, clock, upkeep, warnings, actor);
        database.connected();
        return database;
    }

    @Override
    public synchronized <T> T read(Function<DSLContext, T> work) {
        Connection open = connected();
        try {
            return work.apply(Connections.sql(open));
        } catch (DataAccessException e) {
            throw failure(open, e);
        }
    }

    @Override
    public synchronized <T> T scan(Function<DSLContext, T> work) {
        Connection open = connected();
        try {
            Connections.gather(open, false);
            T found = work.apply(Connections.sql(open));
            Connections.gather(open, true);
            return found;
        } catch (DataAccessException | SQLException e) {
            throw failure(open, e);
        }
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public synchronized Revision write(Consumer<Transaction> work) {
        Connection open = inItsPlace(connected());
        try {
            Transaction transaction = new Transaction(Connections.sql(open), actor, audited());
            work.accept(transaction);
            long generation = transaction.finish();
            open.commit();
            Connections.sync(open);
            seal = new Seal(seal.workspace(), generation, Optional.empty());
            inItsPlace(open);
            place().grew();
            seal(seal);
        } catch (DataAccessException | SQLException | IOException e) {
            throw failure(open, e);
        } catch (RuntimeException e) {
            rollback(open);
            throw e;
        }
        if (seal.generation() % upkeep.savesPerBackup() == 0) {
            tryToBackUp();
        }
        return new Revision(seal.generation());
    }

    @Override
    public <R extends UpdatableRecord<R>> R intact(R row) {
        if (!RowSeal.holds(row)) {
            throw damage.because(Verification.broken(row));
        }
        return row;
    }

    /** Makes a backup if something was saved since the newest one. */
    synchronized void backUp() {
        Connection open = inItsPlace(connected());
        if (seal.generation() > 0 && !Backups.hold(files, Connections.sql(open))) {
            try {
                Backups.make(files, open, seal.workspace(), clock.instant());
            } catch (IOException e) {
                throw FileTrouble.of(files.folder(), e);
            } catch (SQLException e) {
                throw failure(open, e);
            }
        }
    }

    /**
     * Closes the file and seals it. Where that fails, for example for want of room, nothing is lost
     * that was acknowledged: the next opening verifies every row.
     */
    @Override
    public synchronized void close() {
        if (connection == null) {
            return;
        }
        tryToBackUp();
        @Nullable Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            open = inItsPlace(open);
            connection = null;
            boolean rewritten =
                    Compaction.rewriteIfWorthIt(
                            files, open, seal.workspace(), upkeep.compactAbove());
            // Closing, H2 would write a last chunk and a header that names it, in any order.
            Connections.sync(open);
            letGo(open);
            if (rewritten) {
                DurableFiles.move(files.rewritten(), files.database());
            }
            seal(
                    new Seal(
                            seal.workspace(),
                            seal.generation(),
                            Optional.of(Seal.FileHash.sync(files.database()))));
        } catch (SQLException | IOException e) {
            warnings.tell(
                    Problem.of(
                            "problem.workspace.notClosed",
                            files.folder().toString(),
                            FileTrouble.of(files.folder(), e).problem()));
            letGo(open);
        }
    }

    // The work itself is safe without; the next close tries again.
    private void tryToBackUp() {
        try {
            backUp();
        } catch (ProblemException e) {
            warnings.tell(
                    Problem.of("problem.backup.failed", files.folder().toString(), e.problem()));
        }
    }

    private Connection connected() {
        FxThread.refuse();
        @Nullable Connection open = connection;
        if (open != null) {
            return open;
        }
        Seal before = seal;
        refuseForeign();
        try {
            // From here on the file may change, and its hash no longer holds.
            seal(new Seal(before.workspace(), before.generation(), Optional.empty()));
            open = Connections.open(files.database());
            place = OpenFile.of(files.database());
        } catch (IOException e) {
            throw FileTrouble.of(files.folder(), e);
        } catch (SQLException e) {
            throw damage.because(Verification.unreadable(e), e);
        }
        Optional<Problem> finding = findings(Connections.sql(open), before);
        if (finding.isPresent()) {
            letGo(open);
            throw damage.because(finding.get());
        }
        connection = open;
        hasAudit = Verification.schema(Connections.sql(open)) >= Verification.WITH_AUDIT;
        return open;
    }

    private Optional<Instant> audited() {
        return hasAudit ? Optional.of(clock.instant()) : Optional.empty();
    }

    private void refuseForeign() {
        Optional<String> foreign;
        try {
            foreign = SchemaCheck.foreign(files.database());
        } catch (IOException e) {
            throw damage.because(Verification.unreadable(e), e);
        }
        if (foreign.isPresent()) {
            throw Problem.of("problem.workspace.foreign", files.folder().toString(), foreign.get())
                    .asException();
        }
    }

    private Optional<Problem> findings(DSLContext sql, Seal before) {
        try {
            // The hash of a cleanly closed file vouches for every row in it.
            Optional<Problem> finding =
                    before.closed().isPresent()
                            ? Verification.identity(sql, before.workspace())
                            : Verification.of(sql, before.workspace());
            long generation = Transaction.generation(sql);
            if (finding.isEmpty() && generation < before.generation()) {
                return Optional.of(
                        Problem.of("problem.damage.older", before.generation(), generation));
            }
            seal = new Seal(before.workspace(), generation, Optional.empty());
            return finding;
        } catch (DataAccessException e) {
            return Optional.of(Verification.unreadable(e));
        }
    }

    /** Returns the open database, written anew where its file is no longer at its place. */
    private Connection inItsPlace(Connection open) {
        try {
            Optional<Problem> lost = place().lost();
            return lost.isEmpty() ? open : writeAnew(open, lost.get());
        } catch (IOException e) {
            throw failure(open, e);
        }
    }

    private Connection writeAnew(Connection open, Problem lost) {
        String folder = files.folder().toString();
        try {
            Optional<Path> other = Lost.replace(files, open, seal, clock.instant());
            letGo(open);
            connection = null;
            DurableFiles.move(files.rewritten(), files.database());
            sealFile = SealFile.create(files.seal(), seal);
            connection = Connections.open(files.database());
            place = OpenFile.of(files.database());
            warnings.tell(
                    other.map(
                                    kept ->
                                            Problem.of(
                                                    "problem.lost.writtenBeside",
                                                    lost,
                                                    kept.toString()))
                            .orElseGet(() -> Problem.of("problem.lost.written", lost, folder)));
            return connection;
        } catch (IOException | SQLException | RuntimeException e) {
            letGo(open);
            connection = null;
            throw Problem.of("problem.lost.notWritten", lost, folder).asException(e);
        }
    }

    private OpenFile place() {
        return Objects.requireNonNull(place, "connected");
    }

    private void seal(Seal next) throws IOException {
        sealFile.write(next);
        seal = next;
    }

    private RuntimeException failure(Connection open, Exception failure) {
        if (failure instanceof DataAccessException e && isOurFault(e)) {
            rollback(open);
            return e;
        }
        letGo(open);
        connection = null;
        return FileTrouble.of(files.folder(), failure);
    }

    // SQL states 22 and 23: a value or a key that does not fit; the file is well.
    private static boolean isOurFault(DataAccessException e) {
        return e.sqlState().startsWith("22") || e.sqlState().startsWith("23");
    }

    private void rollback(Connection open) {
        try {
            open.rollback();
        } catch (SQLException e) {
            LOG.warn("Rolling back failed", e);
            letGo(open);
            connection = null;
        }
    }

    private static void letGo(Connection open) {
        try (open;
                Statement statement = open.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.debug("The database had let go before", e);
        }
    }
}
