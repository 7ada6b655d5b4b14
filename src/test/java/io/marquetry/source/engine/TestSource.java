package io.marquetry.source.engine;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.sql.JavaTimeBinding;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes rows into a local source, in the layout that imports have. */
public final class TestSource {

    private static final int FEW = 1_250;
    private static final int TOGETHER = 250;
    private static final int SCALE = 6;

    private TestSource() {}

    public static ProfileSource write(
            Path workspace, String name, ProfileModel model, List<Row> rows, LocalDate today)
            throws SQLException, IOException {
        return write(SourceEngine.H2, workspace, name, model, rows, today);
    }

    /** Writes people of whom nothing is known but their keys. */
    public static ProfileSource people(
            SourceEngine engine, Path workspace, String name, ProfileModel model, int profiles)
            throws SQLException, IOException {
        ProfileSource few =
                write(engine, workspace, name, model, unknown(profiles), LocalDate.EPOCH);
        Path base = workspace.resolve("sources").resolve(name).resolve("profiles");
        try (Connection connection = connect(engine, base.toAbsolutePath())) {
            multiply(DSL.using(connection, dialect(engine)), model, profiles);
        }
        return sealed(engine, base.toAbsolutePath(), few, profiles);
    }

    /** Returns the people to begin with, where {@link #multiply} makes so many of them. */
    public static List<Row> unknown(int profiles) {
        int few = profiles;
        while (few % 2 == 0 && few > FEW) {
            few /= 2;
        }
        return Collections.nCopies(few, new Row(Map.of(), Map.of()));
    }

    /** Makes many people of few, where those are whose keys end with their ordinals. */
    public static void multiply(DSLContext ask, ProfileModel model, int profiles) {
        Table<?> table = DSL.table(DSL.name(model.table()));
        Field<Long> id = DSL.field(DSL.name(model.idColumn()), SQLDataType.BIGINT);
        Field<String> key = DSL.field(DSL.name(model.keyColumn()), SQLDataType.VARCHAR);
        for (long have = unknown(profiles).size(); have < profiles; have *= 2) {
            Field<Long> next = id.plus(DSL.inline(have));
            ask.insertInto(table, id, key)
                    .select(
                            DSL.select(
                                            next,
                                            DSL.concat(
                                                    DSL.inline("k"),
                                                    next.cast(SQLDataType.VARCHAR)))
                                    .from(table))
                    .execute();
        }
    }

    public static ProfileSource write(
            SourceEngine engine,
            Path workspace,
            String name,
            ProfileModel model,
            List<Row> rows,
            LocalDate today)
            throws SQLException, IOException {
        Path folder = Files.createDirectories(workspace.resolve("sources").resolve(name));
        Path base = folder.resolve("profiles").toAbsolutePath();
        try (Connection connection = connect(engine, base)) {
            writeTables(DSL.using(connection, dialect(engine)), connection, model, rows);
        }
        ProfileSource empty =
                new ProfileSource(
                        new SourceName(name),
                        name,
                        new SourcePlace.Sealed(engine, "sources/" + name + "/profiles", ""),
                        "",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Optional.of(today),
                        0,
                        model);
        return sealed(engine, base, empty, rows.size());
    }

    private static ProfileSource sealed(
            SourceEngine engine, Path base, ProfileSource source, int profiles) throws IOException {
        byte[] file = Files.readAllBytes(Path.of(base + engine.ending()));
        String name = source.name().value();
        return new ProfileSource(
                source.name(),
                source.title(),
                new SourcePlace.Sealed(engine, "sources/" + name + "/profiles", Sha256.of(file)),
                Sha256.of(name + profiles),
                source.asOf(),
                source.fixedToday(),
                profiles,
                source.model());
    }

    /** Returns the source of tables on a server; its profiles are known by their ordinals. */
    public static ProfileSource onServer(
            RemoteServer server, String schema, ProfileModel layout, LocalDate today) {
        return new ProfileSource(
                new SourceName(schema.replaceAll("[^a-z0-9_]", "")),
                schema,
                new SourcePlace.Remote(
                        server,
                        tables(layout).stream()
                                .map(
                                        name ->
                                                new SourcePlace.RemoteTable(
                                                        name, schema, name, List.of(), false))
                                .toList(),
                        ZoneId.of("Asia/Shanghai")),
                "listed long ago",
                Instant.EPOCH,
                Optional.of(today),
                1,
                new ProfileModel(
                        layout.table(),
                        layout.idColumn(),
                        layout.idColumn(),
                        layout.attributes(),
                        layout.streams()));
    }

    /** Returns the names of the tables of a layout. */
    public static List<String> tables(ProfileModel layout) {
        List<String> names = new ArrayList<>(List.of(layout.table()));
        layout.streams().forEach(stream -> names.add(stream.table()));
        return names;
    }

    /** Returns where a source's file is, relative to the workspace. */
    public static String file(ProfileSource source) {
        return ((SourcePlace.Sealed) source.place()).fileName();
    }

    private static Connection connect(SourceEngine engine, Path base) throws SQLException {
        return switch (engine) {
            case H2 -> DriverManager.getConnection("jdbc:h2:" + base, "sa", "");
            case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + base + engine.ending());
        };
    }

    private static SQLDialect dialect(SourceEngine engine) {
        return switch (engine) {
            case H2 -> SQLDialect.H2;
            case DUCKDB -> SQLDialect.DUCKDB;
        };
    }

    public static void writeTables(
            DSLContext ddl, Connection connection, ProfileModel model, List<Row> rows)
            throws SQLException {
        List<Attribute> profile = new ArrayList<>();
        profile.add(new Attribute("", AttributeType.INTEGER, model.idColumn()));
        profile.add(new Attribute("", AttributeType.TEXT, model.keyColumn()));
        profile.addAll(model.attributes());
        List<Object[]> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(i, "k" + i, model.attributes(), rows.get(i).values()));
        }
        table(ddl, connection, model.table(), profile, true, lines);
        for (EventStream stream : model.streams()) {
            List<Attribute> columns = new ArrayList<>();
            columns.add(new Attribute("", AttributeType.INTEGER, stream.profileColumn()));
            columns.add(new Attribute(Row.TIME, stream.timeType(), stream.timeColumn()));
            columns.addAll(stream.fields());
            List<Object[]> events = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                for (Map<String, Object> event :
                        rows.get(i).events().getOrDefault(stream.name(), List.of())) {
                    events.add(line(i, event.get(Row.TIME), stream.fields(), event));
                }
            }
            // In no order: whose events lie together is not promised.
            Collections.shuffle(events, new Random(rows.size()));
            table(ddl, connection, stream.table(), columns, false, events);
        }
    }

    private static Object[] line(
            int id, Object second, List<Attribute> attributes, Map<String, Object> values) {
        Object[] line = new Object[attributes.size() + 2];
        line[0] = (long) id;
        line[1] = second;
        for (int c = 0; c < attributes.size(); c++) {
            line[c + 2] = values.get(attributes.get(c).name());
        }
        return line;
    }

    private static void table(
            DSLContext ddl,
            Connection connection,
            String table,
            List<Attribute> columns,
            boolean keyed,
            List<Object[]> lines)
            throws SQLException {
        CreateTableElementListStep create = ddl.createTable(DSL.name(table));
        List<Field<?>> fields = new ArrayList<>();
        for (Attribute column : columns) {
            Name name = DSL.name(column.column());
            create = create.column(name, type(column.type(), ddl.dialect()));
            fields.add(DSL.field(name, Object.class));
        }
        if (keyed && ddl.dialect() != SQLDialect.TRINO) {
            create = create.primaryKey(fields.getFirst());
        }
        create.execute();
        if (ddl.dialect() == SQLDialect.TRINO) {
            insertTogether(ddl, table, columns, fields, lines);
            return;
        }
        if (ddl.dialect() == SQLDialect.DUCKDB) {
            append(connection.unwrap(DuckDBConnection.class), table, columns, lines);
            return;
        }
        String insert =
                ddl.insertInto(DSL.table(DSL.name(table)), fields)
                        .values(new Object[fields.size()])
                        .getSQL();
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Object[] line : lines) {
                for (int c = 0; c < line.length; c++) {
                    statement.setObject(c + 1, line[c]);
                }
                statement.addBatch();
            }
            if (!lines.isEmpty()) {
                // Not each row on its own, which files make sure of by themselves.
                connection.setAutoCommit(false);
                statement.executeBatch();
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Statements take DuckDB a millisecond a row and more. */
    private static void append(
            DuckDBConnection connection,
            String table,
            List<Attribute> columns,
            List<Object[]> lines)
            throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(table)) {
            for (Object[] line : lines) {
                appender.beginRow();
                for (int c = 0; c < line.length; c++) {
                    boolean whole = columns.get(c).type() == AttributeType.INTEGER;
                    switch (line[c]) {
                        case null -> appender.appendNull();
                        case String text -> appender.append(text);
                        case Long number -> appender.append(number);
                        case BigDecimal number when whole ->
                                appender.append(number.longValueExact());
                        case BigDecimal number -> appender.append(number.setScale(SCALE));
                        case LocalDate day -> appender.append(day);
                        case LocalDateTime moment -> appender.append(moment);
                        case Boolean truth -> appender.append(truth);
                        default -> throw new IllegalArgumentException(line[c].toString());
                    }
                }
                appender.endRow();
            }
        }
    }

    /** A cluster takes as long for one row as for hundreds. */
    private static void insertTogether(
            DSLContext ddl,
            String table,
            List<Attribute> columns,
            List<Field<?>> fields,
            List<Object[]> lines) {
        for (int from = 0; from < lines.size(); from += TOGETHER) {
            InsertValuesStepN<?> insert = ddl.insertInto(DSL.table(DSL.name(table)), fields);
            for (Object[] line : lines.subList(from, Math.min(lines.size(), from + TOGETHER))) {
                List<Field<?>> cells = new ArrayList<>();
                for (int c = 0; c < line.length; c++) {
                    DataType<?> type = type(columns.get(c).type(), ddl.dialect());
                    cells.add(line[c] == null ? DSL.castNull(type) : bound(line[c]).cast(type));
                }
                insert = insert.values(cells);
            }
            insert.execute();
        }
    }

    private static Field<?> bound(Object value) {
        return switch (value) {
            case LocalDate day -> DSL.val(day, JavaTimeBinding.DAY);
            case LocalDateTime moment -> DSL.val(moment, JavaTimeBinding.MOMENT);
            default -> DSL.val(value);
        };
    }

    private static DataType<?> type(AttributeType type, SQLDialect dialect) {
        return switch (type) {
            case TEXT -> isMysql(dialect) ? SQLDataType.VARCHAR(200) : SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC(38, SCALE);
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME ->
                    dialect == SQLDialect.H2
                            ? SQLDataType.LOCALDATETIME(9)
                            : isMysql(dialect) || dialect == SQLDialect.TRINO
                                    ? SQLDataType.LOCALDATETIME(6)
                                    : SQLDataType.LOCALDATETIME;
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }

    private static boolean isMysql(SQLDialect dialect) {
        return dialect == SQLDialect.MARIADB;
    }
}
