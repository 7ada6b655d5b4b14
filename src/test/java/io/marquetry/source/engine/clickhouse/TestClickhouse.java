package io.marquetry.source.engine.clickhouse;

import com.clickhouse.jdbc.Driver;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.NamedServer;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.Login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The server that {@code -Dclickhouse.url} names, or else the engine by itself: {@code
 * src/test/clickhouse/server.mjs} over the npm package chdb in {@code target/chdb}, in a process
 * that ends with us.
 */
public final class TestClickhouse {

    static final String USER = "default";

    static final String DATABASE = "default";
    private static final int TOGETHER = 5_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private TestClickhouse() {}

    private static final class Server {

        private static final NamedServer ASKED =
                NamedServer.of("clickhouse.url", RemoteEngine.CLICKHOUSE, USER, DATABASE)
                        .orElseGet(Server::start);

        private static NamedServer start() {
            try {
                Path folder = Path.of("target", "chdb").toAbsolutePath();
                Path port = Files.createTempDirectory("marquetry-clickhouse").resolve("port");
                Path script = folder.resolve("server.mjs");
                Files.copy(
                        Path.of("src", "test", "clickhouse", "server.mjs"),
                        script,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Path log = folder.resolve("server.log");
                Process process =
                        new ProcessBuilder("node", script.toString(), port.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start();
                while (!Files.exists(port)) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the engine did not start: " + log);
                    }
                    LockSupport.parkNanos(10_000_000);
                }
                return new NamedServer(
                        new RemoteServer(
                                RemoteEngine.CLICKHOUSE,
                                "localhost",
                                Integer.parseInt(Files.readString(port)),
                                DATABASE),
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
    static Connection connect(String database) throws SQLException {
        Properties told = new Properties();
        told.setProperty("user", login(server()).user());
        login(server()).password().ifPresent(word -> told.setProperty("password", word));
        told.setProperty("database", database);
        told.setProperty("compress", "false");
        told.setProperty("jdbc_ignore_unsupported_values", "true");
        return new Driver()
                .connect(
                        "jdbc:clickhouse:http://"
                                + server().urlHost()
                                + ":"
                                + server().port()
                                + "/",
                        told);
    }

    /** Writes rows into a database of their own; the profiles are known by their ordinals. */
    public static ProfileSource write(
            String schema, ProfileModel model, List<Row> rows, LocalDate today)
            throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("drop database if exists " + schema);
            statement.execute("create database " + schema);
            List<Attribute> own = new ArrayList<>();
            own.add(new Attribute("", AttributeType.INTEGER, model.idColumn()));
            own.add(new Attribute("", AttributeType.TEXT, model.keyColumn()));
            own.addAll(model.attributes());
            List<List<Object>> lines = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                lines.add(line(i, "k" + i, model.attributes(), rows.get(i).values()));
            }
            table(statement, schema, model.table(), own, lines);
            for (EventStream stream : model.streams()) {
                List<Attribute> columns = new ArrayList<>();
                columns.add(new Attribute("", AttributeType.INTEGER, stream.profileColumn()));
                columns.add(new Attribute("", stream.timeType(), stream.timeColumn()));
                columns.addAll(stream.fields());
                List<List<Object>> events = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    for (Map<String, Object> event :
                            rows.get(i).events().getOrDefault(stream.name(), List.of())) {
                        events.add(line(i, event.get(Row.TIME), stream.fields(), event));
                    }
                }
                table(statement, schema, stream.table(), columns, events);
            }
        }
        return TestSource.onServer(server(), schema, model, today);
    }

    private static List<Object> line(
            int id, Object second, List<Attribute> attributes, Map<String, Object> values) {
        List<Object> line = new ArrayList<>(List.of((long) id, second));
        attributes.forEach(attribute -> line.add(values.get(attribute.name())));
        return line;
    }

    private static void table(
            Statement statement,
            String schema,
            String table,
            List<Attribute> columns,
            List<List<Object>> lines)
            throws SQLException {
        String first = named(columns.getFirst().column());
        statement.execute(
                columns.stream()
                        .map(column -> named(column.column()) + " " + type(column, first))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "create table " + schema + "." + named(table) + " (",
                                        ") engine = MergeTree order by " + first)));
        for (int from = 0; from < lines.size(); from += TOGETHER) {
            statement.execute(
                    lines.subList(from, Math.min(lines.size(), from + TOGETHER)).stream()
                            .map(TestClickhouse::values)
                            .collect(
                                    Collectors.joining(
                                            ", ",
                                            "insert into "
                                                    + schema
                                                    + "."
                                                    + named(table)
                                                    + " values ",
                                            "")));
        }
    }

    private static String values(List<Object> line) {
        return line.stream()
                .map(TestClickhouse::literal)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Long number -> number.toString();
            case BigDecimal number -> "'" + number.toPlainString() + "'";
            case LocalDateTime moment -> "'" + MOMENT.format(moment) + "'";
            default -> "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
        };
    }

    private static String named(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    private static String type(Attribute column, String first) {
        String type =
                switch (column.type()) {
                    case TEXT -> "String";
                    case INTEGER -> "Int64";
                    case DECIMAL -> "Decimal(38, 6)";
                    case DATE -> "Date32";
                    case DATETIME -> "DateTime64(6, 'Asia/Shanghai')";
                    case BOOLEAN -> "Bool";
                };
        return named(column.column()).equals(first) ? type : "Nullable(" + type + ")";
    }
}
