package io.marquetry.source.plan;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvEncoding;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DuckRows;
import io.marquetry.source.file.JsonRows;
import io.marquetry.source.file.Workbook;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.table.TableRows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file with rows to import, of whatever kind: each gives names and texts to the same inference
 * and the same corrections. Everything that reads blocks.
 */
public sealed interface TableFile
        permits TableFile.Separated,
                TableFile.JsonObjects,
                TableFile.Typed,
                TableFile.Sheet,
                AnsweredFile {

    /**
     * Separated values, read in a format that people can correct.
     *
     * @param found what the file looked like
     */
    record Separated(CsvInput input, CsvFormat format, Optional<CsvDetection.Found> found)
            implements TableFile {

        /** Makes a file that is read as it is told. */
        public Separated(CsvInput input, CsvFormat format) {
            this(input, format, Optional.empty());
        }

        /** Returns the file read in another format. */
        public Separated withFormat(CsvFormat other) {
            return new Separated(input, other, found);
        }

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public SourceEngine proposedEngine() {
            return EngineChoice.proposed(input.size());
        }

        @Override
        public CsvInput bytes() {
            return input;
        }

        @Override
        public TableRows open(CsvInput bytes) {
            return CsvRows.open(bytes, format);
        }

        @Override
        public List<Problem> notes() {
            List<Problem> notes = new ArrayList<>();
            notes.add(
                    Problem.of(
                            format.header()
                                    ? "problem.reading.separated"
                                    : "problem.reading.separatedBare",
                            format.encoding().label(),
                            shown(format.delimiter()),
                            format.skip() + 1));
            found.filter(look -> look.guessed() && sameEncoding(look))
                    .ifPresent(
                            look ->
                                    notes.add(
                                            Problem.of(
                                                    "problem.reading.guessedEncoding",
                                                    format.encoding().label(),
                                                    String.join(" · ", look.shown()))));
            if (format.skip() > 0) {
                notes.add(Problem.of("problem.reading.above", format.skip()));
            }
            return notes;
        }

        private boolean sameEncoding(CsvDetection.Found look) {
            return look.format().encoding() == format.encoding();
        }

        private static String shown(char delimiter) {
            return switch (delimiter) {
                case '\t' -> "TAB";
                case '\u0001' -> "\\001";
                case '\u001F' -> "\\037";
                default -> String.valueOf(delimiter);
            };
        }

        @Override
        public String facts() {
            String facts =
                    format.encoding().label()
                            + ' '
                            + (int) format.delimiter()
                            + ' '
                            + (int) format.quote()
                            + ' '
                            + format.header();
            return format.skip() == 0 ? facts : facts + ' ' + format.skip();
        }

        @Override
        public String raw(List<String> cells) {
            return format.join(cells);
        }
    }

    /** JSON: an object a line, or a list of objects. */
    record JsonObjects(CsvInput input) implements TableFile {

        @Override
        public String label() {
            return input.label();
        }

        @Override
        public SourceEngine proposedEngine() {
            return EngineChoice.proposed(input.size());
        }

        @Override
        public CsvInput bytes() {
            return input;
        }

        @Override
        public TableRows open(CsvInput bytes) {
            return new JsonRows(bytes);
        }

        @Override
        public List<Problem> notes() {
            return List.of(Problem.of("problem.reading.kind", "JSON"));
        }

        @Override
        public String facts() {
            return "json";
        }
    }

    /** A file that brings its own types. */
    record Typed(DataFile file) implements TableFile {

        @Override
        public String label() {
            return file.label();
        }

        @Override
        public Optional<String> table() {
            return file.table();
        }

        @Override
        public SourceEngine proposedEngine() {
            return SourceEngine.DUCKDB;
        }

        @Override
        public CsvInput bytes() {
            return CsvInput.file(file.path());
        }

        @Override
        public TableRows open(CsvInput bytes) {
            return DuckRows.open(file);
        }

        @Override
        public List<Problem> notes() {
            return List.of(
                    file.table().isPresent()
                            ? Problem.of(
                                    "problem.reading.table",
                                    file.kind().title(),
                                    file.table().get())
                            : Problem.of("problem.reading.kind", file.kind().title()));
        }

        @Override
        public String facts() {
            return "data " + file.kind() + file.table();
        }
    }

    /** A sheet of a spreadsheet. */
    record Sheet(Workbook workbook) implements TableFile {

        /** A sheet is packed; its values take about as much more room. */
        private static final int UNPACKED = 4;

        @Override
        public String label() {
            return workbook.label();
        }

        @Override
        public Optional<String> table() {
            return Optional.of(workbook.sheet());
        }

        @Override
        public SourceEngine proposedEngine() {
            return EngineChoice.proposed(bytes().size() * UNPACKED);
        }

        @Override
        public CsvInput bytes() {
            return CsvInput.file(workbook.path());
        }

        @Override
        public TableRows open(CsvInput bytes) {
            return workbook.open();
        }

        @Override
        public List<Problem> notes() {
            List<Problem> notes = new ArrayList<>();
            notes.add(
                    Problem.of(
                            workbook.shape().header()
                                    ? "problem.reading.sheet"
                                    : "problem.reading.sheetBare",
                            workbook.sheet(),
                            workbook.shape().skip() + 1));
            List<String> others =
                    workbook.sheets().stream()
                            .filter(sheet -> !sheet.equals(workbook.sheet()))
                            .toList();
            if (!others.isEmpty()) {
                notes.add(Problem.of("problem.reading.sheets", String.join(", ", others)));
            }
            if (workbook.shape().skip() > 0) {
                notes.add(Problem.of("problem.reading.above", workbook.shape().skip()));
            }
            return notes;
        }

        @Override
        public String facts() {
            return "sheet " + workbook.sheet() + ' ' + workbook.shape();
        }
    }

    /** Returns what messages call it. */
    String label();

    /** Returns which of several tables or sheets is read. */
    default Optional<String> table() {
        return Optional.empty();
    }

    /** Returns the engine that suits it. */
    SourceEngine proposedEngine();

    /** Returns its bytes as stored. */
    CsvInput bytes();

    /**
     * Opens its rows.
     *
     * @param bytes its bytes, watched on the way; files that are not read from their start to their
     *     end do not use them
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     */
    TableRows open(CsvInput bytes);

    /** Returns how it is read, as sentences. */
    List<Problem> notes();

    /** Returns what besides the bytes decides what its rows are. */
    String facts();

    /** Returns a row in one line, for people to find it again. */
    default String raw(List<String> cells) {
        return new CsvFormat(CsvEncoding.UTF_8, ',', '"', true, 0).join(cells);
    }

    /**
     * Reads the first rows as text.
     *
     * @param rows how many at most
     */
    default CsvSample sample(int rows) {
        return CsvSample.read(() -> open(bytes()), rows);
    }

    /**
     * Reads the whole file to show what its columns hold.
     *
     * @param readings returns for a column's name how people said it is read
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    default ImportInspection inspect(
            Function<String, ColumnReading> readings,
            ImportListener listener,
            CancelSignal signal) {
        try (TableRows rows = open(bytes())) {
            ImportInspection found = ImportInspection.of(rows, bytes(), readings, listener, signal);
            if (found.rows() == 0) {
                throw Problem.of("problem.import.noRows", label()).asException();
            }
            if (found.columns().isEmpty()) {
                throw Problem.of("problem.import.noColumns", label()).asException();
            }
            return found;
        }
    }
}
