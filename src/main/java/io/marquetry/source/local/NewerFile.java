package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.ReadFile;
import io.marquetry.source.plan.SourceOrigin;
import io.marquetry.source.plan.TableFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a newer file as the one before it was read, to see what would change. Blocks. */
public final class NewerFile {

    private final ProfileSource source;
    private final SourceOrigin origin;
    private final ImportListener listener;
    private final CancelSignal signal;
    private final List<String> gone = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();
    private final List<Renewal.Misfit> misfits = new ArrayList<>();

    /** A file, and what an import would make of its columns. */
    private record Read(TableFile file, List<ImportColumn> columns, ImportInspection found) {}

    /**
     * Begins with a source.
     *
     * @throws io.marquetry.base.ProblemException if it was not imported, or before it was kept how
     *     files are read
     */
    public NewerFile(ProfileSource source, ImportListener listener, CancelSignal signal) {
        this.source = source;
        this.listener = listener;
        this.signal = signal;
        this.origin =
                source.origin()
                        .filter(kept -> source.place() instanceof SourcePlace.Sealed)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.renew.noOrigin", source.title())
                                                .asException());
    }

    /** Returns how a newer file is looked at: its own kind, with the table that was read before. */
    public TableFile look(Path path) {
        return look(path, origin.profiles());
    }

    private static TableFile look(Path path, ReadFile before) {
        boolean tables =
                DataFileKind.of(path)
                        .filter(kind -> kind == DataFileKind.DUCKDB || kind == DataFileKind.XLSX)
                        .isPresent();
        return new FileReading(
                        before.table().filter(name -> tables),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty())
                .look(path);
    }

    /**
     * Tells what would change.
     *
     * @param newer the profiles
     * @param events newer files of events, by the names of the events; those of before are read
     *     where none is told
     * @throws io.marquetry.base.ProblemException if a file cannot be read so at all
     */
    public Renewal against(TableFile newer, Map<String, Path> events) {
        Read profiles = read(newer, origin.profiles(), "");
        Optional<ImportColumn> key = origin.key().map(header -> column(profiles, header));
        long bad = 0;
        if (origin.key().isPresent()) {
            int at = position(profiles, origin.key().get());
            ImportColumn column = profiles.columns().get(at).withKeyCase(origin.keyCase());
            profiles.columns().set(at, column);
            KeyRepeats keys = KeyRepeats.of(newer, at, column, signal);
            bad = keys.repeated() + keys.without();
        }
        List<EventPlan> streams = new ArrayList<>();
        for (SourceOrigin.Events stream : origin.events()) {
            streams.add(stream(stream, Optional.ofNullable(events.get(stream.name()))));
        }
        for (String name : events.keySet()) {
            if (origin.events().stream().noneMatch(stream -> stream.name().equals(name))) {
                throw Problem.of("problem.renew.noEvents", source.title(), name).asException();
            }
        }
        ImportPlan plan =
                new ImportPlan(
                        newer,
                        profiles.columns(),
                        key.map(ImportColumn::name),
                        List.of(),
                        source.name(),
                        source.title(),
                        source.fixedToday(),
                        streams,
                        ((SourcePlace.Sealed) source.place()).engine());
        return new Renewal(
                source,
                plan,
                profiles.found().rows(),
                profiles.found().lost() + bad,
                gone,
                fresh,
                misfits);
    }

    private EventPlan stream(SourceOrigin.Events before, Optional<Path> newer) {
        Path path =
                newer.or(() -> before.file().path().map(Path::of))
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.renew.eventsWhere", before.name())
                                                .asException());
        Read read = read(look(path, before.file()), before.file(), before.name() + ": ");
        int person = position(read, before.profileColumn());
        read.columns().set(person, read.columns().get(person).withKeyCase(origin.keyCase()));
        return new EventPlan(
                before.name(),
                read.file(),
                read.columns(),
                read.columns().get(person).name(),
                column(read, before.timeColumn()).name());
    }

    private Read read(TableFile file, ReadFile before, String of) {
        ImportInspection found =
                file.inspect(header -> asBefore(before, header, false), listener, signal);
        boolean unclear =
                found.columns().stream()
                        .anyMatch(c -> c.wrong() == 0 && c.why().isPresent() && c.filled() > 0);
        if (unclear) {
            found = file.inspect(header -> asBefore(before, header, true), listener, signal);
        }
        Set<String> names = new HashSet<>(before.names().values());
        List<ImportColumn> columns = new ArrayList<>();
        for (InspectedColumn one : found.columns()) {
            String name = before.names().get(one.name());
            if (name == null) {
                columns.add(fresh(one, names, of));
                continue;
            }
            boolean included = !before.leftOut().contains(one.name());
            columns.add(column(one, before, name).withIncluded(included));
            if (included && one.wrong() > 0) {
                misfits.add(
                        new Renewal.Misfit(
                                of + name,
                                one.wrong(),
                                one.why()
                                        .orElseGet(
                                                () -> Problem.of("problem.renew.misfit", name))));
            }
        }
        List<String> headers = found.columns().stream().map(InspectedColumn::name).toList();
        before.names()
                .forEach(
                        (header, name) -> {
                            if (!headers.contains(header) && !before.leftOut().contains(header)) {
                                gone.add(of + name);
                            }
                        });
        return new Read(file, columns, found);
    }

    private ImportColumn fresh(InspectedColumn one, Set<String> names, String of) {
        String name = one.name();
        for (int i = 2; !names.add(name); i++) {
            name = one.name() + "_" + i;
        }
        if (!one.isNothing()) {
            fresh.add(of + name);
        }
        return ImportColumn.of(one, Set.of(), UserZone.get()).withName(name);
    }

    private static ImportColumn column(InspectedColumn one, ReadFile before, String name) {
        ColumnReading reading = before.readings().of(one.name());
        ImportColumn column =
                ImportColumn.of(one, reading.missing(), before.zone().orElseGet(UserZone::get))
                        .withName(name)
                        .withType(reading.type().orElse(one.type()));
        Optional<DateForm> dates = one.dates().isPresent() ? one.dates() : reading.dates();
        return dates.map(column::withDates).orElse(column);
    }

    /** Days and numbers may be written otherwise by now: only what nobody can tell is as before. */
    private static ColumnReading asBefore(ReadFile before, String header, boolean wholly) {
        if (!before.names().containsKey(header) || before.leftOut().contains(header)) {
            return ColumnReading.AS_FOUND;
        }
        ColumnReading reading = before.readings().of(header);
        return wholly
                ? reading
                : ColumnReading.of(
                        reading.type(), Optional.empty(), Optional.empty(), reading.missing());
    }

    private int position(Read read, String header) {
        List<String> headers = read.found().columns().stream().map(InspectedColumn::name).toList();
        int at = headers.indexOf(header);
        if (at < 0) {
            throw Problem.of(
                            "problem.renew.noColumn",
                            read.file().label(),
                            header,
                            NameList.of(headers))
                    .asException();
        }
        return at;
    }

    private ImportColumn column(Read read, String header) {
        return read.columns().get(position(read, header));
    }
}
