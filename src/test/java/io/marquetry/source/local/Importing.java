package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemoteSources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Imports files as the screens and the command line do, into a folder of the test. */
public final class Importing {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path workspace;
    private final ListedSources sources = new ListedSources();

    public Importing(Path workspace) {
        this.workspace = workspace;
    }

    public ListedSources sources() {
        return sources;
    }

    public LocalSourceFiles sourceFiles() {
        return new LocalSourceFiles(workspace);
    }

    /** Returns where the imported files lie. */
    List<SourcePlace> places() {
        return sources.list().stream().map(ProfileSource::place).toList();
    }

    public Sources imports() {
        return new Sources(
                workspace,
                sources,
                name -> Optional.empty(),
                gone -> {},
                new RemoteSources(
                        new MachineLogins(workspace, name -> null), InstantSource.fixed(NOW)),
                InstantSource.fixed(NOW));
    }

    /** Imports a file in its detected format with its inferred types. */
    public ImportResult run(Path file, Optional<String> key) {
        return run(plan(file, key));
    }

    public ImportResult run(ImportPlan plan) {
        return imports().importFile(plan, ImportListener.none(), new CancelSignal());
    }

    public ImportPlan plan(Path file, Optional<String> key) {
        return plan(FileReading.AS_FOUND.look(file), key);
    }

    public ImportPlan plan(CsvInput input, CsvFormat format, Optional<String> key) {
        return plan(new TableFile.Separated(input, format), key);
    }

    public ImportPlan plan(TableFile file, Optional<String> key) {
        return new ImportPlan(
                file,
                columns(file),
                key,
                List.of(),
                imports().freeName(file.label()),
                file.label(),
                Optional.empty(),
                List.of(),
                SourceEngine.H2);
    }

    /** Returns the columns of a file as they are found. */
    public static List<ImportColumn> columns(TableFile file) {
        return ColumnReadings.NONE.columns(inspect(file), ZoneOffset.UTC);
    }

    /** Reads a whole file as it is found. */
    public static ImportInspection inspect(TableFile file) {
        return file.inspect(ColumnReadings.NONE::of, ImportListener.none(), new CancelSignal());
    }

    /** Opens the database of a source as readers do. */
    public Connection open(ProfileSource source) throws SQLException {
        SourcePlace.Sealed place = sealed(source);
        return switch (place.engine()) {
            case H2 ->
                    DriverManager.getConnection(
                            "jdbc:h2:file:"
                                    + workspace.resolve(place.file())
                                    + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE",
                            "sa",
                            "");
            case DUCKDB ->
                    DriverManager.getConnection(
                            "jdbc:duckdb:" + workspace.resolve(place.fileName()));
        };
    }

    /** Returns the place of an imported source. */
    public static SourcePlace.Sealed sealed(ProfileSource source) {
        return (SourcePlace.Sealed) source.place();
    }

    public static SourceName name(String value) {
        return new SourceName(value);
    }

    /** Returns the names of all files and folders that are kept for sources. */
    public List<String> files() throws IOException {
        Path folder = workspace.resolve("sources");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
