package io.marquetry.source.plan;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.file.Workbook;
import io.marquetry.source.table.TableShape;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a file is read, where people say more than the file tells.
 *
 * @param table which table of a database, or sheet of a spreadsheet; empty: the only one, or the
 *     first sheet that has any rows
 * @param header whether the first row names the columns
 * @param skip lines above the table
 */
public record FileReading(
        Optional<String> table,
        Optional<CsvEncoding> encoding,
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<Boolean> header,
        OptionalInt skip) {

    /** Everything as found. */
    public static final FileReading AS_FOUND =
            new FileReading(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty());

    /**
     * Looks at a file of any kind.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read, or what was said does not
     *     fit it
     */
    public TableFile look(Path path) {
        CsvInput input = CsvInput.file(path);
        Optional<DataFileKind> kind = DataFileKind.of(path);
        if (kind.isEmpty()) {
            return separated(input);
        }
        boolean sheet = kind.get() == DataFileKind.XLSX;
        boolean text = encoding.isPresent() || delimiter.isPresent() || quote.isPresent();
        boolean shape = header.isPresent() || skip.isPresent();
        boolean tables = sheet || kind.get() == DataFileKind.DUCKDB;
        if (text || (shape && !sheet) || (table.isPresent() && !tables)) {
            throw Problem.of("problem.import.notForKind", input.label(), kind.get().title())
                    .asException();
        }
        return switch (kind.get()) {
            case JSON -> new TableFile.JsonObjects(input);
            case XLSX -> sheet(path);
            case PARQUET, DUCKDB -> new TableFile.Typed(DataFile.of(path, table));
        };
    }

    /** Returns whether people said where the table is and how it is cut into cells. */
    public boolean saysShape() {
        return delimiter.isPresent() || header.isPresent() || skip.isPresent();
    }

    private TableFile sheet(Path path) {
        Workbook found = Workbook.of(path, table);
        TableShape shape = found.shape();
        return new TableFile.Sheet(
                found.withShape(
                        new TableShape(skip.orElse(shape.skip()), header.orElse(shape.header()))));
    }

    private TableFile separated(CsvInput input) {
        if (table.isPresent()) {
            throw Problem.of("problem.import.notForKind", input.label(), "CSV").asException();
        }
        CsvDetection.Found found = CsvDetection.look(input, encoding, delimiter, quote);
        CsvFormat format = found.format();
        return new TableFile.Separated(
                input,
                new CsvFormat(
                        format.encoding(),
                        format.delimiter(),
                        format.quote(),
                        header.orElse(format.header()),
                        skip.orElse(format.skip())),
                Optional.of(found));
    }
}
