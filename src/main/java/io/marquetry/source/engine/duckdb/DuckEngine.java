package io.marquetry.source.engine.duckdb;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.jdbc.Engine;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBReadableVector;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A source that DuckDB answers for: one database in this process, whose connections share it. */
abstract class DuckEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(DuckEngine.class);
    private static final Table<Record> COLUMNS =
            DSL.table(DSL.name("information_schema", "columns"));
    private static final Field<String> CATALOG = text("table_catalog");
    private static final Field<String> TABLE = text("table_name");
    private static final Field<String> COLUMN = text("column_name");
    private static final Field<String> TYPE = text("data_type");
    private static final Field<Integer> SCALE =
            DSL.field(DSL.name("numeric_scale"), SQLDataType.INTEGER);

    private @Nullable DuckDBConnection root;
    private Map<Name, NumberKind> numbers = Map.of();

    /** Opens the database. */
    abstract DuckDBConnection openRoot() throws SQLException;

    /** Returns what a membership pass may take. */
    abstract DuckEffort effort();

    @Override
    public Dialect dialect() {
        return new DuckDialect();
    }

    @Override
    public synchronized Connection connect() throws SQLException {
        return root().duplicate();
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return connect();
    }

    @Override
    public synchronized Function<Name, NumberKind> numbers() throws SQLException {
        root();
        Map<Name, NumberKind> known = numbers;
        return column -> {
            NumberKind kind = known.get(column);
            if (kind == null) {
                throw new IllegalArgumentException("no number: " + column);
            }
            return kind;
        };
    }

    /** A row of JDBC costs more here than the row did in the database, and so does each text. */
    @Override
    public void texts(
            Connection connection,
            List<Field<String>> columns,
            Function<List<Field<String>>, ResultQuery<?>> question,
            Questions.TextReader reader,
            CancelSignal signal)
            throws SQLException {
        PackedTexts packed = new PackedTexts(columns);
        DuckChunks.read(
                connection,
                question.apply(List.of(packed.field())),
                chunk -> {
                    DuckDBReadableVector vector = chunk.vector(0);
                    for (long row = 0; row < chunk.rowCount(); row++) {
                        reader.row(packed.unpack(vector.getString(row)));
                    }
                },
                signal);
    }

    @Override
    public MembershipPass memberships(ProfileSource source, OpenSource database, LocalDate today) {
        return new DuckMembershipPass(source, database, today, effort());
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            try {
                root.close();
            } catch (SQLException e) {
                LOG.debug("a database did not close", e);
            }
            root = null;
        }
    }

    private DuckDBConnection root() throws SQLException {
        FxThread.refuse();
        if (root == null) {
            DuckDBConnection opened = openRoot();
            numbers = numbers(opened);
            root = opened;
        }
        return root;
    }

    private static Map<Name, NumberKind> numbers(Connection connection) {
        FxThread.refuse();
        Map<Name, NumberKind> numbers = new HashMap<>();
        DSL.using(connection, SQLDialect.DUCKDB)
                .select(TABLE, COLUMN, TYPE, SCALE)
                .from(COLUMNS)
                .where(CATALOG.ne("data"))
                .forEach(
                        row ->
                                kind(row.value3(), row.value4())
                                        .ifPresent(
                                                kind ->
                                                        numbers.put(
                                                                DSL.name(
                                                                        row.value1(), row.value2()),
                                                                kind)));
        return numbers;
    }

    private static Optional<NumberKind> kind(String type, @Nullable Integer scale) {
        if (type.startsWith("DECIMAL")) {
            return Optional.of(new NumberKind.Fixed(scale == null ? 0 : scale));
        }
        return switch (type) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> Optional.of(new NumberKind.Fixed(0));
            case "DOUBLE", "FLOAT" -> Optional.of(new NumberKind.Floating());
            default -> Optional.empty();
        };
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }
}
