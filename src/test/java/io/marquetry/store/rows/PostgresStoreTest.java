package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.Actor;
import io.marquetry.base.Revision;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.store.Examples;
import io.marquetry.store.file.Wholeness;
import io.marquetry.store.jooq.tables.records.WorkspaceRecord;
import io.marquetry.store.save.RowSeal;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of a workspace on PostgreSQL, each save and each question in a transaction of its own,
 * and each thread on a connection of its own. The program keeps workspaces in H2 alone; this holds
 * its rows and its migrations from the third on to what a shared workspace will need.
 */
class PostgresStoreTest extends StoreContract {

    private static final String SCHEMA = "marquetry_store";
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** What the trigger in Java does on H2. */
    private static final String NEVER_CHANGES =
            """
            create function versions_never_change() returns trigger language plpgsql as
                $$ begin raise exception 'versions never change'; end $$;
            create trigger versions_never_change before update or delete on package_version
                for each row execute function versions_never_change();
            """;

    private final Connected saves = new Connected();

    @BeforeEach
    void migrate() throws SQLException, IOException {
        drop();
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + SCHEMA);
            statement.execute("set search_path = " + SCHEMA);
            statement.execute("create table flyway_schema_history (version varchar(50))");
            for (Path file : migrations()) {
                int version = version(file);
                String script = Files.readString(file);
                // Those of before were written for H2, and what was released never changes.
                statement.execute(version < 3 ? ofPostgres(script) : script);
                statement.execute("insert into flyway_schema_history values ('" + version + "')");
            }
        }
        try (Connection connection = connected()) {
            WorkspaceRecord row = new WorkspaceRecord();
            row.setId("00000000-0000-0000-0000-000000000001");
            row.setGeneration(0L);
            sql(connection).insertInto(WORKSPACE).set(row).execute();
            connection.commit();
        }
    }

    @AfterEach
    void drop() throws SQLException {
        saves.close();
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    @Test
    void versionsNeverChangeHereEither() throws SQLException {
        PackageRows packages = new PackageRows(saves(), () -> Examples.NOON);
        packages.create(Examples.everyEdit());
        Examples.finish(packages, 1);
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update package_version set sha256 = 'x'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("versions never change");
        }
        assertThat(packages.versions(Examples.SPRING))
                .containsExactly(Examples.version(Examples.SPRING, 1));
    }

    @Override
    Saves saves() {
        return saves;
    }

    @Override
    boolean isWhole() {
        return saves().read(Wholeness::of);
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(PostgresStoreTest::version)).toList();
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("V|__.*", ""));
    }

    private static String ofPostgres(String script) {
        int ignored = script.indexOf("-- [jooq ignore start]");
        return ignored < 0
                ? script.replace(" clob ", " text ")
                : script.substring(0, ignored).replace(" clob ", " text ") + NEVER_CHANGES;
    }

    private static Connection connected() throws SQLException {
        Connection connection = TestPostgres.connect();
        connection.setSchema(SCHEMA);
        connection.setAutoCommit(false);
        return connection;
    }

    private static DSLContext sql(Connection connection) {
        return DSL.using(
                connection,
                SQLDialect.POSTGRES,
                new Settings().withRenderSchema(false).withRenderNameCase(RenderNameCase.LOWER));
    }

    /** Saves on a server; what fails goes away with its transaction. */
    private static final class Connected implements Saves {

        private final Actor actor = Actor.ofThisMachine();
        private final Map<Thread, Connection> open = new ConcurrentHashMap<>();

        private Connection own() {
            return open.computeIfAbsent(
                    Thread.currentThread(),
                    _ -> {
                        try {
                            return connected();
                        } catch (SQLException e) {
                            throw new UncheckedIOException(new IOException(e));
                        }
                    });
        }

        void close() throws SQLException {
            for (Connection connection : open.values()) {
                connection.close();
            }
            open.clear();
        }

        private <T> T within(Function<Connection, T> work) {
            Connection connection = own();
            // Of what was not committed nothing stays.
            try (Undone _ = connection::rollback) {
                T found = work.apply(connection);
                connection.commit();
                return found;
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        private interface Undone extends AutoCloseable {
            @Override
            void close() throws SQLException;
        }

        @Override
        public <T> T read(Function<DSLContext, T> work) {
            return within(connection -> work.apply(sql(connection)));
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public Revision write(Consumer<Transaction> work) {
            return within(
                    connection -> {
                        Transaction transaction =
                                new Transaction(sql(connection), actor, Optional.of(Examples.NOON));
                        work.accept(transaction);
                        return new Revision(transaction.finish());
                    });
        }

        @Override
        public <R extends UpdatableRecord<R>> R intact(R row) {
            if (!RowSeal.holds(row)) {
                throw new IllegalStateException("not as it was sealed: " + row);
            }
            return row;
        }
    }
}
