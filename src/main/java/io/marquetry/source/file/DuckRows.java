package io.marquetry.source.file;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.table.ColumnNames;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Rows of a file that DuckDB reads, as texts: numbers and times in the one form that nobody can
 * misread, texts as they are.
 */
public final class DuckRows implements TableRows {

    private final Connection connection;
    private final DataRows rows;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private final List<DataColumn> columns;
    private final ColumnNames names;
    private final LongUnaryOperator bytes;
    private final BitSet typed = new BitSet();
    private final List<String> leftOut;
    private @Nullable DuckDBDataChunkReader chunk;
    private DuckDBReadableVector[] vectors = {};
    private long row;
    private long line;

    private DuckRows(
            Connection connection,
            DataRows rows,
            DuckDBPreparedStatement statement,
            DuckDBChunkedResult result,
            List<DataColumn> columns,
            List<String> leftOut,
            ColumnNames names,
            LongUnaryOperator bytes) {
        this.connection = connection;
        this.rows = rows;
        this.statement = statement;
        this.result = result;
        this.columns = columns;
        this.names = names;
        this.bytes = bytes;
        for (int i = 0; i < columns.size(); i++) {
            typed.set(i, columns.get(i).isNumber());
        }
        this.leftOut = leftOut;
    }

    /**
     * Opens a file.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read as what it is
     */
    public static DuckRows open(DataFile file) {
        FxThread.refuse();
        try {
            Connection connection = DuckSettings.look();
            try {
                return open(connection, file);
            } catch (RuntimeException | SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessException("no database in memory", e);
        }
    }

    private static DuckRows open(Connection connection, DataFile file) throws SQLException {
        FxThread.refuse();
        DataRows rows = DataRows.openAlone(connection, file, "data_rows");
        try {
            List<DataColumn> all = rows.columns();
            List<DataColumn> columns = all.stream().filter(c -> c.type().isPresent()).toList();
            List<String> leftOut =
                    all.stream()
                            .filter(column -> column.type().isEmpty())
                            .map(column -> column.name() + " (" + column.fileType() + ")")
                            .toList();
            if (columns.isEmpty()) {
                throw Problem.of("problem.import.noColumns", file.label()).asException();
            }
            List<Field<?>> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(field(column)));
            String sql =
                    DSL.using(connection, SQLDialect.DUCKDB)
                            .select(fields)
                            .from(rows.rows())
                            .getSQL();
            DuckDBPreparedStatement statement =
                    connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
            long count = DSL.using(connection, SQLDialect.DUCKDB).fetchCount(rows.rows());
            long size = Files.size(file.path());
            return new DuckRows(
                    connection,
                    rows,
                    statement,
                    statement.query(),
                    columns,
                    leftOut,
                    ColumnNames.of(columns.stream().map(DataColumn::name).toList(), file.label()),
                    line -> count == 0 ? size : (long) (size * ((double) line / count)));
        } catch (SQLException | IOException | DataAccessException e) {
            throw rows.unreadable(e);
        }
    }

    private static Field<?> field(DataColumn column) {
        Field<Object> field = DSL.field(DSL.name(column.name()));
        return column.isInstant()
                ? DSL.function(DSL.name("epoch_us"), SQLDataType.BIGINT, field)
                : field.cast(SQLDataType.VARCHAR);
    }

    @Override
    public List<String> names() {
        return names.names();
    }

    @Override
    public Optional<AttributeType> declared(int column) {
        AttributeType type = columns.get(column).type().orElseThrow();
        return type == AttributeType.TEXT ? Optional.empty() : Optional.of(type);
    }

    @Override
    public Optional<CsvRow> next() {
        try {
            while (chunk == null || row == chunk.rowCount()) {
                if (!result.nextChunk()) {
                    return Optional.empty();
                }
                chunk = result.chunk();
                row = 0;
                vectors = new DuckDBReadableVector[columns.size()];
                Arrays.setAll(vectors, chunk::vector);
            }
        } catch (RuntimeException e) {
            throw rows.unreadable(e);
        }
        line++;
        String[] cells = new String[columns.size()];
        Optional<Problem> problem = Optional.empty();
        for (int i = 0; i < cells.length; i++) {
            String cell = cell(i);
            if (cell.length() > CsvRows.LONGEST_CELL) {
                problem =
                        Optional.of(
                                Problem.of(
                                        "problem.row.cellTooLong",
                                        i + 1,
                                        cell.length(),
                                        CsvRows.LONGEST_CELL));
                cell = cell.substring(0, 40);
            }
            cells[i] = cell;
        }
        row++;
        return Optional.of(new CsvRow(line, Arrays.asList(cells), typed, problem));
    }

    private String cell(int column) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return "";
        }
        if (columns.get(column).isInstant()) {
            return Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS).toString();
        }
        String text = vector.getString(row);
        return typed.get(column) ? number(text) : VisibleText.of(text);
    }

    /** Returns a number as it is written plainly; what is no number is no value. */
    private static String number(String text) {
        char last = text.charAt(text.length() - 1);
        if (last < '0' || last > '9') {
            return "";
        }
        if (text.indexOf('e') < 0) {
            return text.equals("-0.0") ? "0.0" : text;
        }
        return new BigDecimal(text).toPlainString();
    }

    @Override
    public long bytes() {
        return bytes.applyAsLong(line);
    }

    @Override
    public List<Problem> notes() {
        return names.renamed();
    }

    @Override
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public void close() {
        try {
            result.close();
            statement.close();
            connection.close();
        } catch (SQLException e) {
            throw new DataAccessException("a database in memory does not close", e);
        }
    }
}
