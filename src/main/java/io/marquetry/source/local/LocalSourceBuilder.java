package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.rejected.IncomingFolder;
import io.marquetry.source.local.rejected.RejectedRows;
import io.marquetry.source.local.rejected.RejectedRowsLog;
import io.marquetry.source.local.write.LocalDatabaseFile;
import io.marquetry.source.local.write.TableColumn;
import io.marquetry.source.local.write.TableWriter;
import io.marquetry.source.local.write.TypedRows;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.FileFacts;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.ColumnNames;

import org.jooq.exception.DataAccessException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Builds a local source: first its profiles, then any number of event streams, then {@link
 * #finish}. Until then nothing of it is in the workspace but a folder that {@link #close} removes;
 * what a killed process leaves, {@link LocalSourceFiles#removeLeftovers} removes.
 */
public final class LocalSourceBuilder implements AutoCloseable {

    private static final String DATABASE = "profiles";

    private final LocalSourceFiles files;
    private final SourceEngine engine;
    private final IncomingFolder folder;
    private final LocalDatabaseFile database;
    private final RejectedRowsLog rejected;
    private final TableLoad load;
    private final KeyIndex keys = new KeyIndex();
    private final StringBuilder facts = new StringBuilder("local source 1\n");
    private final List<EventStream> streams = new ArrayList<>();
    private List<Attribute> attributes = List.of();
    private long profiles;
    private boolean hasKeys;
    private boolean keepFolder;

    private LocalSourceBuilder(
            LocalSourceFiles files,
            SourceEngine engine,
            ImportListener listener,
            CancelSignal signal) {
        this.files = files;
        this.engine = engine;
        this.folder = files.incoming();
        this.database = LocalDatabaseFile.create(engine, folder.resolve(DATABASE));
        this.rejected = new RejectedRowsLog(folder.resolve("rejected"));
        this.load = new TableLoad(database, rejected, listener, signal);
    }

    /**
     * Begins a source.
     *
     * @param files of the workspace that it will be in
     * @param engine what will keep it
     * @param signal stops any step, with {@link CancelSignal.Cancelled}
     */
    public static LocalSourceBuilder begin(
            LocalSourceFiles files,
            SourceEngine engine,
            ImportListener listener,
            CancelSignal signal) {
        return new LocalSourceBuilder(files, engine, listener, signal);
    }

    /**
     * Reads the profiles.
     *
     * @param columns one per column of the file, in its order
     * @param keyColumn the column with the profiles' keys; empty: the row number
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     */
    public TableResult profiles(
            CsvInput input,
            CsvFormat format,
            List<ImportColumn> columns,
            Optional<String> keyColumn) {
        return profiles(new TableFile.Separated(input, format), columns, keyColumn);
    }

    /**
     * Reads the profiles of a file of any kind.
     *
     * @param columns one per column of the file, in its order
     * @param keyColumn the column with the profiles' keys; empty: the row number
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     */
    public TableResult profiles(
            TableFile file, List<ImportColumn> columns, Optional<String> keyColumn) {
        return profiles(file, columns, keyColumn, List.of(), List.of());
    }

    /**
     * Reads the profiles of a plan.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     */
    TableResult profiles(ImportPlan plan) {
        return profiles(plan.file(), plan.columns(), plan.keyColumn(), plan.once(), plan.counts());
    }

    private TableResult profiles(
            TableFile file,
            List<ImportColumn> columns,
            Optional<String> keyColumn,
            List<String> once,
            List<String> counts) {
        FileFacts read = new FileFacts(file);
        ProfileTable table = new ProfileTable(file.label(), columns, keyColumn, once, counts, keys);
        checkNames(file.label(), columns);
        TableResult result = load.load(file, read.hashing(), columns, table);
        read.refuseChanged();
        attributes = table.attributes();
        profiles = result.accepted();
        hasKeys = keyColumn.isPresent();
        facts.append(read.of("profiles", columns))
                .append(keyColumn.map(k -> "key " + k).orElse("row number"))
                .append('\n');
        return result;
    }

    /**
     * Reads events; each belongs to a profile read before.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     */
    public TableResult events(EventPlan plan) {
        FileFacts read = new FileFacts(plan.file());
        if (streams.stream().anyMatch(s -> s.name().equals(plan.name()))) {
            throw Problem.of("problem.import.sameStream", plan.name()).asException();
        }
        if (!hasKeys) {
            throw Problem.of("problem.import.eventsNeedKey", plan.name()).asException();
        }
        checkNames(plan.file().label(), plan.columns());
        EventTable table = new EventTable(plan, nextEventTable(), keys);
        TableResult result = load.load(plan.file(), read.hashing(), plan.columns(), table);
        read.refuseChanged();
        streams.add(table.stream());
        facts.append(read.of("events " + plan.name(), plan.columns()))
                .append(plan.profileColumn() + "\n" + plan.timeColumn() + "\n");
        return result;
    }

    /**
     * Takes profiles that a program makes. Close it before the next step.
     *
     * @param columns what each profile has besides its key
     * @param facts what the rows follow from: the same facts, the same fingerprint
     */
    public TypedRows profileRows(List<ImportColumn> columns, String facts) {
        attributes =
                ModelColumns.attributes(columns, Set.of(ModelColumns.ORDINAL, ModelColumns.KEY));
        hasKeys = true;
        return rows(
                ModelColumns.PROFILE,
                ModelColumns.columns(ModelColumns.PROFILE_START, attributes, columns),
                facts,
                made -> profiles = made);
    }

    /**
     * Takes events that a program makes, of profiles made before. Close it before the next step.
     *
     * @param name how rules call the events
     * @param timeType DATE or DATETIME
     * @param columns what each event has besides its profile and its time
     * @param facts what the rows follow from: the same facts, the same fingerprint
     */
    public TypedRows eventRows(
            String name, AttributeType timeType, List<ImportColumn> columns, String facts) {
        List<Attribute> fields =
                ModelColumns.attributes(
                        columns, Set.of(ModelColumns.EVENT_PROFILE, ModelColumns.EVENT_TIME));
        EventStream stream =
                new EventStream(
                        name,
                        nextEventTable(),
                        ModelColumns.EVENT_PROFILE,
                        ModelColumns.EVENT_TIME,
                        timeType,
                        fields);
        return rows(
                stream.table(),
                ModelColumns.columns(ModelColumns.eventStart(timeType), fields, columns),
                name + "\n" + facts,
                made -> streams.add(stream));
    }

    private TypedRows rows(
            String table, List<TableColumn> columns, String madeOf, LongConsumer finished) {
        facts.append("made ").append(columns).append(madeOf).append('\n');
        try {
            TableWriter writer = database.table(table, columns, table.equals(ModelColumns.PROFILE));
            return new TypedRows(writer, load.signal(), finished);
        } catch (SQLException | DataAccessException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    private String nextEventTable() {
        return "EVENT_" + (streams.size() + 1);
    }

    /**
     * Finishes the source and enters it in the list; durable when it returns.
     *
     * @param title what people call it
     * @param asOf when the content was taken
     * @param fixedToday the day relative dates count from; empty: the real today
     * @throws io.marquetry.base.ProblemException if the name is taken, and then nothing is kept
     */
    public ProfileSource finish(
            SourceName name,
            String title,
            Instant asOf,
            Optional<LocalDate> fixedToday,
            Consumer<ProfileSource> list) {
        return finish(name, title, asOf, fixedToday, list, () -> {});
    }

    /**
     * Finishes the source and enters it in the list, as above.
     *
     * @param before done when nothing can stop it any more, right before the source is listed: a
     *     listed source has what this makes
     */
    public ProfileSource finish(
            SourceName name,
            String title,
            Instant asOf,
            Optional<LocalDate> fixedToday,
            Consumer<ProfileSource> list,
            Runnable before) {
        database.finish();
        load.signal().check();
        Path written = folder.resolve(DATABASE + engine.ending());
        String hash = LocalSourceFiles.sha256(written);
        ProfileModel model =
                new ProfileModel(
                        ModelColumns.PROFILE,
                        ModelColumns.ORDINAL,
                        ModelColumns.KEY,
                        attributes,
                        streams);
        LocalSourceFiles.Placed placed = files.place(written, engine, name);
        try {
            ProfileSource source =
                    new ProfileSource(
                            name,
                            title,
                            new SourcePlace.Sealed(engine, placed.relative(), hash),
                            Sha256.of(facts.toString()),
                            asOf,
                            fixedToday,
                            profiles,
                            model);
            before.run();
            list.accept(source);
            placed.confirm();
            return source;
        } catch (RuntimeException e) {
            placed.takeBack();
            throw e;
        }
    }

    /** Returns the rows set aside; they live until they are closed. */
    public RejectedRows rejected() {
        keepFolder = true;
        return new RejectedRows(rejected, folder);
    }

    /** Removes what was written so far, unless the source is finished. */
    @Override
    public void close() {
        database.close();
        if (keepFolder && rejected.count() > 0) {
            folder.deleteExcept("rejected");
        } else {
            rejected.close();
            folder.delete();
        }
    }

    private static void checkNames(String file, List<ImportColumn> columns) {
        ColumnNames.refuseTooMany(columns.size(), file);
        Map<String, Integer> positions = new HashMap<>();
        for (ImportColumn column : columns) {
            int position = positions.size() + 1;
            Integer other = positions.putIfAbsent(column.name(), position);
            if (other != null) {
                throw Problem.of("problem.import.sameName", file, other, position, column.name())
                        .asException();
            }
        }
    }
}
