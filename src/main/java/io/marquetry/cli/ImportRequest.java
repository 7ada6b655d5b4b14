package io.marquetry.cli;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.csv.InspectedColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.local.DataPlan;
import io.marquetry.source.local.EngineChoice;
import io.marquetry.source.local.EventPlan;
import io.marquetry.source.local.ImportColumn;
import io.marquetry.source.local.ImportPlan;
import io.marquetry.source.local.ProfileImport;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the options of {@code profiles import} ask for. */
record ImportRequest(
        Path file,
        @Nullable String source,
        @Nullable String title,
        @Nullable String key,
        Map<String, AttributeType> types,
        List<String> missing,
        @Nullable LocalDate today,
        List<String> events,
        @Nullable Path rejected,
        @Nullable SourceEngine engine) {

    private static final String EVERY_COLUMN = "*";

    ImportPlan plan(
            FormatOptions formats,
            ProfileImport imports,
            ImportListener listener,
            CancelSignal signal) {
        refuseToOverwrite(rejected, file);
        CsvInput input = CsvInput.file(file);
        CsvFormat format = formats.of(input);
        List<ImportColumn> columns = columns(input, format, types, missing, listener, signal);
        List<EventPlan> streams =
                events.stream().map(e -> events(e, formats, listener, signal)).toList();
        long bytes =
                input.size() + streams.stream().mapToLong(stream -> stream.input().size()).sum();
        return new ImportPlan(
                input,
                format,
                columns,
                Optional.ofNullable(key),
                name(imports),
                title == null ? input.label() : title,
                Optional.ofNullable(today),
                streams,
                engine == null ? EngineChoice.proposed(bytes) : engine);
    }

    /** Returns the plan for a file with types of its own. */
    DataPlan dataPlan(ProfileImport imports, Optional<String> table) {
        if (!types.isEmpty() || !missing.isEmpty() || !events.isEmpty() || rejected != null) {
            throw Problem.of("problem.datafile.option", file.toString()).asException();
        }
        if (engine == SourceEngine.H2) {
            throw Problem.of("problem.datafile.engine", file.toString()).asException();
        }
        DataFile data = DataFile.of(file, table);
        return new DataPlan(
                data,
                Optional.ofNullable(key),
                name(imports),
                title == null ? data.label() : title,
                Optional.ofNullable(today));
    }

    private SourceName name(ProfileImport imports) {
        if (source == null) {
            return imports.freeName(String.valueOf(file.getFileName()));
        }
        if (!SourceName.isValid(source)) {
            throw Problem.of("problem.import.name", source, imports.freeName(source).value())
                    .asException();
        }
        return new SourceName(source);
    }

    private static EventPlan events(
            String text, FormatOptions formats, ImportListener listener, CancelSignal signal) {
        int equals = text.indexOf('=');
        int time = text.lastIndexOf(':');
        int profile = text.lastIndexOf(':', time - 1);
        if (equals < 1 || profile <= equals + 1 || time <= profile + 1) {
            throw Problem.of("problem.import.eventsForm", text).asException();
        }
        CsvInput input = CsvInput.file(Path.of(text.substring(equals + 1, profile)));
        CsvFormat format = formats.of(input);
        return new EventPlan(
                text.substring(0, equals),
                input,
                format,
                columns(input, format, Map.of(), List.of(), listener, signal),
                text.substring(profile + 1, time),
                text.substring(time + 1));
    }

    /** Returns the columns of a file as it shows them, with types and markers corrected. */
    static List<ImportColumn> columns(
            CsvInput input,
            CsvFormat format,
            Map<String, AttributeType> types,
            List<String> missing,
            ImportListener listener,
            CancelSignal signal) {
        Map<String, Set<String>> markers = new HashMap<>();
        for (String text : missing) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw Problem.of("problem.import.missingForm", text).asException();
            }
            markers.computeIfAbsent(text.substring(0, equals), k -> new HashSet<>())
                    .add(text.substring(equals + 1));
        }
        Set<String> everywhere = markers.getOrDefault(EVERY_COLUMN, Set.of());
        markers.remove(EVERY_COLUMN);
        ImportInspection inspection =
                ImportInspection.of(
                        input,
                        format,
                        name -> both(everywhere, markers.get(name)),
                        listener,
                        signal);
        Set<String> unknown = new HashSet<>(types.keySet());
        unknown.addAll(markers.keySet());
        List<ImportColumn> columns = new ArrayList<>();
        for (InspectedColumn found : inspection.columns()) {
            unknown.remove(found.name());
            ImportColumn column =
                    ImportColumn.of(found, both(everywhere, markers.get(found.name())));
            columns.add(column.withType(types.getOrDefault(found.name(), column.type())));
        }
        unknown.stream()
                .sorted()
                .findFirst()
                .ifPresent(name -> ImportColumn.position(input, columns, name));
        return columns;
    }

    private static Set<String> both(Set<String> everywhere, @Nullable Set<String> own) {
        Set<String> both = new HashSet<>(everywhere);
        both.addAll(own == null ? Set.of() : own);
        return both;
    }

    /** Refuses to write the rejected rows over the file that they come from. */
    static void refuseToOverwrite(@Nullable Path rejected, Path file) {
        try {
            if (rejected != null && Files.exists(rejected) && Files.isSameFile(rejected, file)) {
                throw Problem.of("problem.import.rejectedIsInput", file.toString()).asException();
            }
        } catch (IOException e) {
            throw Problem.of("problem.import.unreadable", file.toString()).asException(e);
        }
    }
}
