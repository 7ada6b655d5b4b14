package io.marquetry.source.local;

import io.marquetry.base.FxThread;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.DataColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.file.DataKeys;
import io.marquetry.source.file.DataRows;
import io.marquetry.source.file.DuckSettings;
import io.marquetry.source.plan.ImportColumn;

import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows the tables of somebody else's file in the layout that local sources have, as views. */
public final class InPlaceViews {

    private final DSLContext sql;
    private final Connection connection;
    private final SourcePlace.InPlace place;
    private final DataFile file;
    private final boolean check;

    private InPlaceViews(Connection connection, SourcePlace.InPlace place, boolean check) {
        this.sql = DuckSettings.checking(connection);
        this.connection = connection;
        this.place = place;
        this.file = DataFile.of(Path.of(place.path()), place.table());
        this.check = check;
    }

    /**
     * What a file holds.
     *
     * @param leftOut columns of types that rules cannot ask
     */
    public record Found(ProfileModel model, long profiles, List<DataColumn> leftOut) {

        /** Copies the list. */
        public Found {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Opens a database in memory, for the views; what does not fit goes into the workspace. */
    public static DuckDBConnection connect(Path workspace) throws SQLException {
        FxThread.refuse();
        return DriverManager.getConnection(
                        "jdbc:duckdb:", DuckSettings.in(new LocalSourceFiles(workspace).folder()))
                .unwrap(DuckDBConnection.class);
    }

    /**
     * Makes the views in a database in memory.
     *
     * @param check whether to check that keys are one for each row, which reads the whole column
     * @throws io.marquetry.base.ProblemException if the file cannot be read so
     */
    public static Found open(Connection connection, SourcePlace.InPlace place, boolean check) {
        return new InPlaceViews(connection, place, check).open();
    }

    private Found open() {
        if (file.kind() != DataFileKind.DUCKDB && !place.events().isEmpty()) {
            throw Problem.of("problem.datafile.noEvents", file.label()).asException();
        }
        DataRows rows = DataRows.openAlone(connection, file, "data_rows");
        try {
            long profiles = profiles(rows);
            List<DataColumn> columns = rows.columns();
            List<Attribute> attributes =
                    attributes(columns, Set.of(ModelColumns.ORDINAL, ModelColumns.KEY));
            DataKeys keys = new DataKeys(connection, file, rows);
            List<Field<?>> fields = new ArrayList<>();
            fields.add(rows.number().as(DSL.name(ModelColumns.ORDINAL)));
            fields.add(
                    (check ? keys.of(place.keyColumn()) : keys.unchecked(place.keyColumn()))
                            .as(DSL.name(ModelColumns.KEY)));
            fields.addAll(values(rows, columns, attributes));
            view(ModelColumns.PROFILE, DSL.select(fields).from(rows.rows()));
            List<EventStream> streams = new ArrayList<>();
            for (SourcePlace.InPlaceEvents events : place.events()) {
                streams.add(stream(rows, events, "EVENT_" + (streams.size() + 1)));
            }
            List<DataColumn> leftOut = columns.stream().filter(c -> c.type().isEmpty()).toList();
            ProfileModel model =
                    new ProfileModel(
                            ModelColumns.PROFILE,
                            ModelColumns.ORDINAL,
                            ModelColumns.KEY,
                            attributes,
                            streams);
            return new Found(model, profiles, leftOut);
        } catch (DataAccessException e) {
            throw rows.unreadable(e);
        }
    }

    /** Returns how many there are; their numbers have to run from 0 without gaps. */
    private long profiles(DataRows rows) {
        Record3<Long, Long, Integer> found =
                sql.select(DSL.min(rows.number()), DSL.max(rows.number()), DSL.count())
                        .from(rows.rows())
                        .fetchSingle();
        int count = found.value3();
        if (count == 0) {
            throw Problem.of("problem.import.noRows", file.label()).asException();
        }
        if (found.value1() != 0 || found.value2() != count - 1) {
            throw Problem.of("problem.datafile.gaps", file.label()).asException();
        }
        return count;
    }

    private EventStream stream(DataRows profiles, SourcePlace.InPlaceEvents events, String view) {
        DataRows rows = profiles.other(events.table());
        List<DataColumn> columns = rows.columns();
        DataColumn person = column(columns, events.profileColumn());
        DataColumn time = column(columns, events.timeColumn());
        AttributeType timeType = time.type().orElse(AttributeType.TEXT);
        if (timeType != AttributeType.DATE && timeType != AttributeType.DATETIME) {
            throw Problem.of("problem.import.noTime", file.label(), time.name()).asException();
        }
        List<DataColumn> others =
                columns.stream().filter(c -> !c.equals(person) && !c.equals(time)).toList();
        List<Attribute> attributes =
                attributes(others, Set.of(ModelColumns.EVENT_PROFILE, ModelColumns.EVENT_TIME));
        Field<String> key =
                DSL.field(DSL.name(ModelColumns.PROFILE, ModelColumns.KEY), SQLDataType.VARCHAR);
        List<Field<?>> fields = new ArrayList<>();
        fields.add(
                DSL.field(DSL.name(ModelColumns.PROFILE, ModelColumns.ORDINAL))
                        .as(DSL.name(ModelColumns.EVENT_PROFILE)));
        fields.add(rows.value(time).as(DSL.name(ModelColumns.EVENT_TIME)));
        fields.addAll(values(rows, others, attributes));
        view(
                view,
                DSL.select(fields)
                        .from(rows.rows())
                        .join(DSL.table(DSL.name(ModelColumns.PROFILE)))
                        .on(key.eq(rows.value(person).cast(SQLDataType.VARCHAR))));
        return new EventStream(
                events.table(),
                view,
                ModelColumns.EVENT_PROFILE,
                ModelColumns.EVENT_TIME,
                timeType,
                attributes);
    }

    private DataColumn column(List<DataColumn> columns, String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name) && c.type().isPresent())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.import.noColumn",
                                                file.label(),
                                                name,
                                                NameList.of(
                                                        columns.stream()
                                                                .map(DataColumn::name)
                                                                .toList()))
                                        .asException());
    }

    private void view(String name, Select<?> select) {
        sql.createView(DSL.name(name)).as(select).execute();
    }

    private static List<Attribute> attributes(List<DataColumn> columns, Set<String> taken) {
        return ModelColumns.attributes(
                columns.stream()
                        .filter(c -> c.type().isPresent())
                        .map(c -> ImportColumn.of(c.name(), c.type().orElseThrow()))
                        .toList(),
                taken);
    }

    private static List<Field<?>> values(
            DataRows rows, List<DataColumn> columns, List<Attribute> attributes) {
        List<Field<?>> values = new ArrayList<>();
        for (DataColumn column : columns) {
            if (column.type().isPresent()) {
                Attribute attribute = attributes.get(values.size());
                values.add(rows.value(column).as(DSL.name(attribute.column())));
            }
        }
        return values;
    }
}
