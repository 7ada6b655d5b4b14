package io.marquetry.source.engine.trino;

import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.NamedServer;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.Login;
import io.trino.jdbc.TrinoDriver;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A coordinator and two workers of the tests' own, in a process of their own that ends with us, or
 * the coordinator that {@code -Dtrino.url} names; its catalogue can be written to.
 */
public final class TestTrino {

    private static final String USER = "tester";
    private static final String CATALOG = "memory";

    private TestTrino() {}

    private static final class Server {

        private static final NamedServer ASKED =
                NamedServer.of("trino.url", RemoteEngine.TRINO, USER, CATALOG)
                        .orElseGet(Server::start);

        private static NamedServer start() {
            try {
                Path port = Files.createTempDirectory("marquetry-trino").resolve("port");
                Path log = Path.of("target", "cluster.log").toAbsolutePath();
                Process process =
                        new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--add-modules=jdk.incubator.vector",
                                        "-Xmx2g",
                                        "-Xss16m",
                                        "-XX:+UseSerialGC",
                                        "-Duser.timezone=UTC",
                                        "-cp",
                                        Files.readString(Path.of("target", "cluster.cp")).strip(),
                                        Path.of("src", "cluster", "Cluster.java").toString(),
                                        port.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start();
                while (!Files.exists(port)) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the cluster did not start: " + log);
                    }
                    LockSupport.parkNanos(10_000_000);
                }
                return new NamedServer(
                        new RemoteServer(
                                RemoteEngine.TRINO,
                                "localhost",
                                Integer.parseInt(Files.readString(port)),
                                CATALOG),
                        new Login(USER, Optional.empty(), new Login.Tls.Off()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns where the coordinator is. */
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
        told.setProperty("explicitPrepare", "false");
        told.setProperty("timezone", "UTC");
        return new TrinoDriver().connect("jdbc:trino://" + server(), told);
    }

    /** Writes rows into a schema of their own; the profiles are known by their ordinals. */
    public static ProfileSource write(
            String schema, ProfileModel model, List<Row> rows, LocalDate today)
            throws SQLException {
        ProfileModel layout = lower(model);
        try (Connection connection = connect()) {
            DSLContext ddl = DSL.using(connection, SQLDialect.TRINO);
            for (String table : TestSource.tables(layout)) {
                ddl.dropTableIfExists(DSL.name(schema, table)).execute();
            }
            ddl.createSchemaIfNotExists(DSL.name(schema)).execute();
            connection.setSchema(schema);
            TestSource.writeTables(ddl, connection, layout, rows);
        }
        return TestSource.onServer(server(), schema, layout, today);
    }

    /** Trino knows no capital letters in names. */
    static ProfileModel lower(ProfileModel model) {
        return new ProfileModel(
                lower(model.table()),
                lower(model.idColumn()),
                lower(model.keyColumn()),
                lower(model.attributes()),
                model.streams().stream()
                        .map(
                                stream ->
                                        new EventStream(
                                                stream.name(),
                                                lower(stream.table()),
                                                lower(stream.profileColumn()),
                                                lower(stream.timeColumn()),
                                                stream.timeType(),
                                                lower(stream.fields())))
                        .toList());
    }

    private static List<Attribute> lower(List<Attribute> attributes) {
        return attributes.stream()
                .map(a -> new Attribute(a.name(), a.type(), lower(a.column())))
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
