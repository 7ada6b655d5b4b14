package io.marquetry.source.file;

import io.marquetry.base.FxThread;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.infer.MissingWords;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a data file, as a view of an open DuckDB connection. jOOQ has no words for attaching
 * and for reading files, so these few statements are text, with nothing in them but quoted names.
 */
public final class DataRows {

    /** The view's column with the number of the row, dense from 0. */
    public static final String ROW = "file_row_number";

    private static final String INVISIBLE = VisibleText.invisible();
    private static final Field<String> TABLE = text("table_name");
    private static final Field<String> COLUMN = text("column_name");
    private static final Field<String> TYPE = text("data_type");
    private static final Field<String> KIND = text("table_type");
    private static final Field<String> SCHEMA = text("table_schema");
    private static final Field<String> CATALOG = text("table_catalog");
    private static final Field<String> GENERATED = text("is_generated");
    private static final Field<Integer> POSITION =
            DSL.field(DSL.name("ordinal_position"), SQLDataType.INTEGER);

    private final Connection connection;
    private final DataFile file;
    private final String view;

    private DataRows(Connection connection, DataFile file, String view) {
        this.connection = connection;
        this.file = file;
        this.view = view;
    }

    /**
     * Makes the view.
     *
     * @param view its name: letters and underscores
     * @throws io.marquetry.base.ProblemException if the file cannot be read as what it is
     */
    public static DataRows open(Connection connection, DataFile file, String view) {
        FxThread.refuse();
        return new DataRows(connection, file, view)
                .closeDoors()
                .create("CREATE OR REPLACE TEMP VIEW");
    }

    /**
     * Makes the view for all connections to a database in memory, which then reads no other file.
     */
    public static DataRows openAlone(Connection connection, DataFile file, String view) {
        FxThread.refuse();
        return new DataRows(connection, file, view).closeDoors().create("CREATE VIEW");
    }

    /** Returns the tables of a database. */
    static List<String> tables(DataFile file) {
        FxThread.refuse();
        try (Connection connection = DuckSettings.look()) {
            return new DataRows(connection, file, "").attached();
        } catch (SQLException e) {
            throw new DataAccessException("no database in memory", e);
        }
    }

    private List<String> attached() {
        try {
            return closeDoors().tables();
        } catch (DataAccessException e) {
            throw unreadable(e);
        }
    }

    /** Returns the view of another table of the same database. */
    public DataRows other(String table) {
        DataFile other = new DataFile(file.path(), file.kind(), Optional.of(table));
        DataRows rows = new DataRows(connection, other, "data_of_" + table);
        return rows.create("CREATE VIEW");
    }

    /**
     * Lets the connection reach the file and nothing else, for good, before anything of the file is
     * looked at: what a database calls a table may be a view that reads other files.
     */
    private DataRows closeDoors() {
        refuseOtherPath();
        try (Statement statement = connection.createStatement()) {
            String path = literal(file.path());
            statement.execute(
                    switch (file.kind()) {
                        // The reader asks for the pattern first, then for the file that it found.
                        case PARQUET, JSON, XLSX ->
                                "SET allowed_paths = [%s, %s]"
                                        .formatted(path, pattern(file.path()));
                        case DUCKDB -> "ATTACH %s AS data (READ_ONLY)".formatted(path);
                    });
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return this;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** DuckDB takes a backslash for a folder when it attaches a database, on every system. */
    private void refuseOtherPath() {
        boolean letter = !"\\".equals(file.path().getFileSystem().getSeparator());
        if (file.kind() == DataFileKind.DUCKDB && letter && file.path().toString().contains("\\")) {
            throw Problem.of("problem.datafile.backslash", file.path().toString()).asException();
        }
    }

    private DataRows create(String create) {
        try (Statement statement = connection.createStatement()) {
            switch (file.kind()) {
                case PARQUET ->
                        statement.execute(
                                ("%s %s AS SELECT * FROM read_parquet(%s,"
                                                + " file_row_number = true,"
                                                + " hive_partitioning = false)")
                                        .formatted(create, quoted(view), pattern(file.path())));
                case JSON, XLSX -> throw new IllegalStateException("DuckDB reads no " + file);
                case DUCKDB ->
                        statement.execute(
                                "%s %s AS SELECT *, rowid AS %s FROM data.main.%s"
                                        .formatted(create, quoted(view), ROW, table()));
            }
            return this;
        } catch (SQLException | DataAccessException e) {
            throw unreadable(e);
        }
    }

    /** Returns the columns in the order of the file. */
    public List<DataColumn> columns() {
        return sql().select(COLUMN, TYPE)
                .from(information("columns"))
                .where(TABLE.eq(view))
                .and(COLUMN.ne(ROW))
                .orderBy(POSITION)
                .fetch(row -> new DataColumn(row.value1(), row.value2()));
    }

    /** Returns the view. */
    public Table<Record> rows() {
        return DSL.table(DSL.name(view));
    }

    /** Returns the number of the row. */
    public Field<Long> number() {
        return DSL.field(DSL.name(view, ROW), SQLDataType.BIGINT);
    }

    /** Returns a column as sources keep its values. */
    public Field<?> value(DataColumn column) {
        Field<Object> field = DSL.field(DSL.name(view, column.name()));
        return switch (column.fileType()) {
            case "DOUBLE", "FLOAT" -> finite(field);
            case "UBIGINT" -> field.cast(SQLDataType.NUMERIC(20, 0));
            case "HUGEINT", "UHUGEINT" -> field.cast(SQLDataType.NUMERIC(38, 0));
            default ->
                    switch (column.type().orElseThrow()) {
                        case TEXT -> visible(field.cast(SQLDataType.VARCHAR));
                        case INTEGER -> field.cast(SQLDataType.BIGINT);
                        case DECIMAL, DATE, BOOLEAN -> field;
                        case DATETIME -> field.cast(SQLDataType.LOCALDATETIME);
                    };
        };
    }

    /** Returns the failure to read the file, as one sentence. */
    public RuntimeException unreadable(Exception cause) {
        String said = said(cause);
        if (said.contains("Could not set lock")) {
            return Problem.of("problem.datafile.held", file.label()).asException(cause);
        }
        if (DuckSettings.isTooMuch(said)) {
            return Problem.of("problem.datafile.tooMuch", file.label()).asException(cause);
        }
        if (DuckSettings.isTooLong(said)) {
            return Problem.of("problem.datafile.tooLong", file.label()).asException(cause);
        }
        return Problem.of("problem.datafile.unreadable", file.label(), file.kind().title())
                .asException(cause);
    }

    /** As imports keep texts, see {@link VisibleText}: what is blank is no value. */
    private static Field<String> visible(Field<String> text) {
        Field<String> trimmed =
                DSL.function(DSL.name("trim"), SQLDataType.VARCHAR, text, DSL.inline(INVISIBLE));
        Field<String> seen =
                DSL.nullif(
                        DSL.function(DSL.name("nfc_normalize"), SQLDataType.VARCHAR, trimmed),
                        DSL.inline(""));
        return DSL.nullif(seen, DSL.inline(MissingWords.NULL_OF_DUMPS));
    }

    /** What is no number is no value. */
    private static Field<?> finite(Field<Object> field) {
        Field<Double> number = field.cast(SQLDataType.DOUBLE);
        Field<Boolean> finite = DSL.function(DSL.name("isfinite"), SQLDataType.BOOLEAN, number);
        return DSL.when(DSL.condition(finite), number);
    }

    private List<String> tables() {
        return objects(KIND.eq("BASE TABLE"));
    }

    private List<String> objects(Condition kind) {
        return sql().select(TABLE)
                .from(information("tables"))
                .where(CATALOG.eq("data"))
                .and(SCHEMA.eq("main"))
                .and(kind)
                .orderBy(TABLE)
                .fetch(TABLE);
    }

    private String table() {
        List<String> names = tables();
        Optional<String> wanted = file.table();
        List<String> views = objects(KIND.eq("VIEW"));
        Optional<String> view =
                wanted.isPresent()
                        ? wanted.filter(views::contains)
                        : names.isEmpty() ? views.stream().findFirst() : Optional.empty();
        if (view.isPresent()) {
            throw Problem.of("problem.datafile.view", file.label(), view.get()).asException();
        }
        if (names.isEmpty()) {
            throw Problem.of("problem.datafile.noTables", file.label()).asException();
        }
        String list = NameList.of(names);
        if (wanted.isPresent()) {
            if (!names.contains(wanted.get())) {
                throw Problem.of("problem.datafile.noTable", file.label(), wanted.get(), list)
                        .asException();
            }
            return stored(wanted.get());
        }
        if (names.size() != 1) {
            throw Problem.of("problem.datafile.whichTable", file.label(), names.size(), list)
                    .asException();
        }
        return stored(names.getFirst());
    }

    /** A column that the file computes is a formula of a stranger, which may never end. */
    private String stored(String table) {
        sql().select(COLUMN)
                .from(information("columns"))
                .where(CATALOG.eq("data"))
                .and(SCHEMA.eq("main"))
                .and(TABLE.eq(table))
                .and(GENERATED.eq("ALWAYS"))
                .orderBy(POSITION)
                .limit(1)
                .fetchOptional(COLUMN)
                .ifPresent(
                        column -> {
                            throw Problem.of(
                                            "problem.datafile.computed",
                                            file.label(),
                                            table,
                                            column)
                                    .asException();
                        });
        return quoted(table);
    }

    private DSLContext sql() {
        return DuckSettings.checking(connection);
    }

    private static String said(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        return said.toString();
    }

    private static Table<Record> information(String table) {
        return DSL.table(DSL.name("information_schema", table));
    }

    private static Field<String> text(String name) {
        DataType<String> type = SQLDataType.VARCHAR;
        return DSL.field(DSL.name(name), type);
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** Returns the path for readers that take patterns: its own stars and brackets are letters. */
    private static String pattern(Path path) {
        StringBuilder pattern = new StringBuilder();
        String name = path.toString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            pattern.append("*?[".indexOf(c) < 0 ? String.valueOf(c) : "[" + c + "]");
        }
        return "'" + pattern.toString().replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
