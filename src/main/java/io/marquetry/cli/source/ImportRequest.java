package io.marquetry.cli.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.Sources;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.local.ColumnReadings;
import io.marquetry.source.local.EngineChoice;
import io.marquetry.source.local.EventPlan;
import io.marquetry.source.local.ImportPlan;
import io.marquetry.source.local.TableFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

    ImportPlan plan(
            ColumnOptions options, Sources sources, ImportReport report, CancelSignal signal) {
        checkRejected(rejected, file);
        TableFile read = options.file(file);
        if (read instanceof TableFile.Typed && !events.isEmpty()) {
            throw Problem.of("problem.datafile.option", file.toString()).asException();
        }
        List<EventPlan> streams =
                events.stream().map(e -> events(e, options.format(), report, signal)).toList();
        long bytes =
                read.bytes().size()
                        + streams.stream().mapToLong(stream -> stream.input().size()).sum();
        return new ImportPlan(
                read,
                ColumnOptions.columns(read, options.readings(), report, signal),
                Optional.ofNullable(key),
                List.of(),
                name(sources),
                title == null ? read.label() : title,
                Optional.ofNullable(today),
                streams,
                engine(read, EngineChoice.proposed(bytes), engine));
    }

    /** Returns what will keep a file; refuses what cannot. */
    public static SourceEngine engine(
            TableFile file, SourceEngine proposed, @Nullable SourceEngine wanted) {
        return switch (file) {
            case TableFile.Separated _ -> wanted == null ? proposed : wanted;
            case TableFile.Typed typed -> {
                if (wanted == SourceEngine.H2) {
                    throw Problem.of("problem.datafile.engine", typed.label()).asException();
                }
                yield SourceEngine.DUCKDB;
            }
        };
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
            String text, FormatOptions formats, ImportReport report, CancelSignal signal) {
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
                ColumnOptions.columns(
                        new TableFile.Separated(input, format),
                        ColumnReadings.NONE,
                        report,
                        signal),
                text.substring(profile + 1, time),
                text.substring(time + 1));
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
