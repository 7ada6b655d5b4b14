package io.marquetry.source.engine.postgres;

import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.NamedServer;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL server of the tests' own, started once and stopped with them, or the one that {@code
 * -Dpg.url} names.
 */
public final class TestPostgres {

    private static final String USER = "postgres";

    private TestPostgres() {}

    private static final class Server {

        private static final NamedServer ASKED =
                NamedServer.of("pg.url", RemoteEngine.POSTGRESQL, USER, USER)
                        .orElseGet(Server::start);

        private static NamedServer start() {
            try {
                return new NamedServer(
                        new RemoteServer(
                                RemoteEngine.POSTGRESQL,
                                "localhost",
                                EmbeddedPostgres.builder().start().getPort(),
                                USER),
                        new Login(USER, Optional.empty(), new Login.Tls.Off()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns where the server is. */
    public static RemoteServer server() {
        return Server.ASKED.server();
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
        return DriverManager.getConnection("jdbc:postgresql://" + server(), told);
    }

    /** Writes rows into a schema of their own; the profiles are known by their ordinals. */
    public static ProfileSource write(
            String schema, ProfileModel layout, List<Row> rows, LocalDate today)
            throws SQLException {
        try (Connection connection = connect()) {
            DSL.using(connection, SQLDialect.POSTGRES)
                    .dropSchemaIfExists(DSL.name(schema))
                    .cascade()
                    .execute();
            DSL.using(connection, SQLDialect.POSTGRES).createSchema(DSL.name(schema)).execute();
            connection.setSchema(schema);
            TestSource.writeTables(
                    DSL.using(connection, SQLDialect.POSTGRES), connection, layout, rows);
        }
        return TestSource.onServer(server(), schema, layout, today);
    }
}
