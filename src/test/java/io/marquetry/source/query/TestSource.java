package io.marquetry.source.query;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Sha256;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;

import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes rows into a local source, in the layout that imports have. */
final class TestSource {

    private TestSource() {}

    static ProfileSource write(
            Path workspace, String name, ProfileModel model, List<Row> rows, LocalDate today)
            throws SQLException, IOException {
        Path folder = Files.createDirectories(workspace.resolve("sources").resolve(name));
        Path base = folder.resolve("profiles").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + base, "sa", "")) {
            writeTables(connection, model, rows);
        }
        byte[] file = Files.readAllBytes(Path.of(base + ".mv.db"));
        return new ProfileSource(
                new SourceName(name),
                name,
                "sources/" + name + "/profiles",
                Sha256.of(file),
                Sha256.of(name + rows.size()),
                Instant.parse("2026-01-02T03:04:05Z"),
                Optional.of(today),
                rows.size(),
                model);
    }

    private static void writeTables(Connection connection, ProfileModel model, List<Row> rows)
            throws SQLException {
        DSLContext ddl = DSL.using(connection, SQLDialect.H2);
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
            create = create.column(name, type(column.type()));
            fields.add(DSL.field(name, Object.class));
        }
        if (keyed) {
            create = create.primaryKey(fields.getFirst());
        }
        create.execute();
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
            statement.executeBatch();
        }
    }

    private static DataType<?> type(AttributeType type) {
        return switch (type) {
            case TEXT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC(38, 6);
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.LOCALDATETIME(9);
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }
}
