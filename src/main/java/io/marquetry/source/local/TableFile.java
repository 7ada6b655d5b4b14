package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.file.DataFile;

import java.util.Set;
import java.util.function.Function;

/** A file with rows to import, of whatever kind. Everything that reads blocks. */
public sealed interface TableFile {

    /** Separated values, read in a format that people can correct. */
    record Separated(CsvInput input, CsvFormat format) implements TableFile {

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
        public CsvSample sample(int rows) {
            return CsvSample.read(input, format, rows);
        }

        @Override
        public ImportInspection inspect(
                Function<String, Set<String>> missing,
                ImportListener listener,
                CancelSignal signal) {
            return ImportInspection.of(input, format, missing, listener, signal);
        }

        @Override
        public ImportInspection types(
                Function<String, Set<String>> missing,
                ImportListener listener,
                CancelSignal signal) {
            return inspect(missing, listener, signal);
        }
    }

    /** A file that brings its own types. */
    record Typed(DataFile file) implements TableFile {

        @Override
        public String label() {
            return file.label();
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
        public CsvSample sample(int rows) {
            return DataInspection.sample(file, rows);
        }

        @Override
        public ImportInspection inspect(
                Function<String, Set<String>> missing,
                ImportListener listener,
                CancelSignal signal) {
            return DataInspection.of(file, missing, signal);
        }

        @Override
        public ImportInspection types(
                Function<String, Set<String>> missing,
                ImportListener listener,
                CancelSignal signal) {
            return DataInspection.types(file);
        }
    }

    /** Returns what messages call it. */
    String label();

    /** Returns the engine that suits it. */
    SourceEngine proposedEngine();

    /** Returns its bytes as stored. */
    CsvInput bytes();

    /**
     * Reads the first rows as text.
     *
     * @param rows how many at most
     * @throws io.marquetry.base.ProblemException if a file with types cannot be read; what is wrong
     *     with separated values is in the sample
     */
    CsvSample sample(int rows);

    /**
     * Reads as much as is needed to know the columns and their types.
     *
     * @param missing returns for a column's name the texts that mean "no value"
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    ImportInspection types(
            Function<String, Set<String>> missing, ImportListener listener, CancelSignal signal);

    /**
     * Reads the whole file to show what its columns hold.
     *
     * @param missing returns for a column's name the texts that mean "no value"
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    ImportInspection inspect(
            Function<String, Set<String>> missing, ImportListener listener, CancelSignal signal);
}
