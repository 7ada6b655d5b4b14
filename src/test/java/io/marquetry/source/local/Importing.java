package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    LocalSourceFiles sourceFiles() {
        return new LocalSourceFiles(workspace);
    }

    /** Returns where the imported files lie. */
    List<SourcePlace> places() {
        return sources.list().stream().map(ProfileSource::place).toList();
    }

    public Sources imports() {
        return new Sources(
                workspace, sources, name -> Optional.empty(), gone -> {}, InstantSource.fixed(NOW));
    }

    /** Imports a file in its detected format with its inferred types. */
    public ImportResult run(Path file, Optional<String> key) {
        return run(plan(file, key));
    }

    public ImportResult run(ImportPlan plan) {
        return imports().importFile(plan, ImportListener.none(), new CancelSignal());
    }

    public ImportPlan plan(Path file, Optional<String> key) {
        CsvInput input = CsvInput.file(file);
        return plan(input, CsvDetection.detect(input), key);
    }

    public ImportPlan plan(CsvInput input, CsvFormat format, Optional<String> key) {
        ImportInspection inspection =
                ImportInspection.of(
                        input, format, name -> Set.of(), ImportListener.none(), new CancelSignal());
        return new ImportPlan(
                new TableFile.Separated(input, format),
                inspection.columns().stream().map(c -> ImportColumn.of(c, Set.of())).toList(),
                key,
                List.of(),
                imports().freeName(input.label()),
                input.label(),
                Optional.empty(),
                List.of(),
                SourceEngine.H2);
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
