package io.marquetry.bench;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.mysql.TestMariaDb;
import io.marquetry.source.engine.postgres.TestPostgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Copies the tables of a DuckDB source to a server, with the keys that such tables have there. */
final class ServerTables {

    static final String SCHEMA = "bench";
    private static final int TOGETHER = 5_000;

    private final Path file;
    private final ProfileSource source;

    /**
     * Copies nothing yet.
     *
     * @param workspace where the source's file is
     */
    ServerTables(Path workspace, ProfileSource source) {
        this.source = source;
        this.file =
                workspace.resolve(((SourcePlace.Sealed) source.place()).fileName()).toAbsolutePath();
    }

    ProfileSource toPostgres() throws SQLException {
        try (Connection to = TestPostgres.connect();
                Statement ddl = to.createStatement()) {
            ddl.execute("drop schema if exists bench cascade");
            ddl.execute("create schema bench");
            to.setSchema(SCHEMA);
            copy(to, '"');
            ddl.execute("vacuum analyze");
        }
        return onServer(RemoteEngine.POSTGRESQL);
    }

    ProfileSource toMariaDb() throws SQLException {
        try (Connection to = TestMariaDb.connect();
                Statement ddl = to.createStatement()) {
            ddl.execute("drop database if exists bench");
            ddl.execute("create database bench");
            to.setCatalog(SCHEMA);
            copy(to, '`');
            for (String table : TestSource.tables(source.model())) {
                ddl.execute("analyze table `" + table + "`");
            }
        }
        return onServer(RemoteEngine.MARIADB);
    }

    /** Opens a connection to read from, with what makes PostgreSQL quicker at such questions. */
    static Connection postgres() throws SQLException {
        Connection made = TestPostgres.connect();
        try (Statement set = made.createStatement()) {
            set.execute("set jit = off");
        }
        made.setSchema(SCHEMA);
        return made;
    }

    /** Opens a connection to read from, which may group a million people in memory. */
    static Connection mariaDb() throws SQLException {
        Connection made = TestMariaDb.connect();
        try (Statement set = made.createStatement()) {
            set.execute("set tmp_table_size = 268435456, max_heap_table_size = 268435456");
        }
        made.setCatalog(SCHEMA);
        return made;
    }

    private ProfileSource onServer(RemoteEngine engine) {
        return TestSource.onServer(
                engine == RemoteEngine.MARIADB ? TestMariaDb.server() : TestPostgres.server(),
                SCHEMA,
                source.model(),
                source.fixedToday().orElseThrow());
    }

    private void copy(Connection to, char quote) throws SQLException {
        ProfileModel model = source.model();
        List<Attribute> people = new ArrayList<>();
        people.add(new Attribute("", AttributeType.INTEGER, model.idColumn()));
        people.addAll(model.attributes());
        copy(to, quote, model.table(), people, "primary key");
        for (EventStream stream : model.streams()) {
            List<Attribute> events = new ArrayList<>();
            events.add(new Attribute("", AttributeType.INTEGER, stream.profileColumn()));
            events.add(new Attribute("", stream.timeType(), stream.timeColumn()));
            events.addAll(stream.fields());
            copy(to, quote, stream.table(), events, "");
            try (Statement ddl = to.createStatement()) {
                ddl.execute(
                        "create index own on "
                                + quoted(stream.table(), quote)
                                + " ("
                                + quoted(stream.profileColumn(), quote)
                                + ")");
            }
        }
    }

    private void copy(
            Connection to, char quote, String table, List<Attribute> columns, String first)
            throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (Attribute column : columns) {
            made.add(quoted(column.column(), quote) + ' ' + type(column.type(), quote));
            read.add(quoted(column.column(), '"'));
        }
        made.set(0, made.getFirst() + ' ' + first);
        String marks = "?, ".repeat(columns.size());
        try (Statement ddl = to.createStatement();
                Connection from = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            ddl.execute(
                    "create table " + quoted(table, quote) + " (" + String.join(", ", made) + ")");
            to.setAutoCommit(false);
            try (Statement ask = from.createStatement();
                    ResultSet rows =
                            ask.executeQuery(
                                    "select "
                                            + String.join(", ", read)
                                            + " from "
                                            + quoted(table, '"'));
                    PreparedStatement insert =
                            to.prepareStatement(
                                    "insert into "
                                            + quoted(table, quote)
                                            + " values ("
                                            + marks.substring(0, marks.length() - 2)
                                            + ")")) {
                int waiting = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        insert.setObject(i, rows.getObject(i));
                    }
                    insert.addBatch();
                    if (++waiting == TOGETHER) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
            to.commit();
            to.setAutoCommit(true);
        }
    }

    static String quoted(String name, char quote) {
        return quote + name + quote;
    }

    private static String type(AttributeType type, char quote) {
        boolean mysql = quote == '`';
        return switch (type) {
            case TEXT -> mysql ? "varchar(100)" : "text";
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal(18, 3)";
            case DATE -> "date";
            case DATETIME -> mysql ? "datetime(6)" : "timestamp";
            case BOOLEAN -> "boolean";
        };
    }
}
