package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.Sources;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.EngineChoice;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the options of {@code profiles import} ask for. */
public record ImportRequest(
        Path file,
        @Nullable String source,
        @Nullable String title,
        @Nullable String key,
        @Nullable LocalDate today,
        List<String> events,
        @Nullable Path rejected,
        @Nullable SourceEngine engine) {

    /** Stands between the name of events and a column of theirs. */
    private static final String STREAM = ":";

    ImportPlan plan(
            ColumnOptions options, Sources sources, ImportReport report, CancelSignal signal) {
        checkRejected(rejected, file);
        ColumnReadings readings = options.readings();
        ColumnOptions.Read read = options.read(file, readings, report, signal);
        List<EventPlan> streams =
                events.stream().map(e -> events(e, options, readings, report, signal)).toList();
        refuseUnused(readings, read, streams);
        long bytes =
                read.file().bytes().size()
                        + streams.stream().mapToLong(s -> s.file().bytes().size()).sum();
        SourceEngine proposed =
                read.file() instanceof TableFile.Typed
                        ? SourceEngine.DUCKDB
                        : EngineChoice.proposed(bytes);
        Optional<String> keyColumn = Optional.ofNullable(key).map(name -> column(read, name));
        List<ImportColumn> columns = options.folded(read, keyColumn, report);
        return new ImportPlan(
                read.file(),
                columns,
                keyColumn,
                List.of(),
                name(sources),
                title == null ? read.file().label() : title,
                Optional.ofNullable(today),
                alike(streams, keyColumn, columns),
                engine == null ? proposed : engine);
    }

    /** Letter case tells the profiles of events apart as it does the profiles. */
    private static List<EventPlan> alike(
            List<EventPlan> streams, Optional<String> key, List<ImportColumn> columns) {
        List<EventPlan> alike = new ArrayList<>();
        for (EventPlan stream : streams) {
            List<ImportColumn> fields = new ArrayList<>(stream.columns());
            for (ImportColumn column : columns) {
                if (key.filter(column.name()::equals).isPresent()) {
                    fields.replaceAll(
                            field ->
                                    field.name().equals(stream.profileColumn())
                                            ? field.withKeyCase(column.keyCase())
                                            : field);
                }
            }
            alike.add(
                    new EventPlan(
                            stream.name(),
                            stream.file(),
                            fields,
                            stream.profileColumn(),
                            stream.timeColumn()));
        }
        return alike;
    }

    /** A correction is for the columns of that name in all files; one of them has to have it. */
    private static void refuseUnused(
            ColumnReadings readings, ColumnOptions.Read read, List<EventPlan> streams) {
        List<ImportColumn> all = new ArrayList<>(read.columns());
        for (EventPlan stream : streams) {
            for (ImportColumn column : stream.columns()) {
                all.add(column);
                all.add(column.withName(stream.name() + STREAM + column.name()));
            }
        }
        readings.refuseOthers(read.file().label(), all);
    }

    private SourceName name(Sources sources) {
        if (source == null) {
            return sources.freeName(String.valueOf(file.getFileName()));
        }
        if (!SourceName.isValid(source)) {
            throw Problem.of("problem.import.name", source, sources.freeName(source).value())
                    .asException();
        }
        return new SourceName(source);
    }

    private static EventPlan events(
            String text,
            ColumnOptions options,
            ColumnReadings readings,
            ImportReport report,
            CancelSignal signal) {
        int equals = text.indexOf('=');
        int time = text.lastIndexOf(':');
        int profile = text.lastIndexOf(':', time - 1);
        if (equals < 1 || profile <= equals + 1 || time <= profile + 1) {
            throw Problem.of("problem.import.eventsForm", text).asException();
        }
        String name = text.substring(0, equals);
        ColumnOptions.Read read =
                options.readBeside(
                        Path.of(text.substring(equals + 1, profile)),
                        readings.of(name, STREAM),
                        report,
                        signal);
        return new EventPlan(
                name,
                read.file(),
                read.columns(),
                column(read, text.substring(profile + 1, time)),
                column(read, text.substring(time + 1)));
    }

    private static String column(ColumnOptions.Read read, String name) {
        int position = ImportColumn.position(read.file().label(), read.columns(), name);
        return read.columns().get(position).name();
    }

    /** Refuses to write the rejected rows over the file that they come from. */
    public static void checkRejected(@Nullable Path rejected, Path file) {
        if (rejected != null) {
            OutputFiles.check(rejected);
        }
        try {
            if (rejected != null && Files.exists(rejected) && Files.isSameFile(rejected, file)) {
                throw Problem.of("problem.import.rejectedIsInput", file.toString()).asException();
            }
        } catch (IOException e) {
            throw Problem.of("problem.import.unreadable", file.toString()).asException(e);
        }
    }
}
