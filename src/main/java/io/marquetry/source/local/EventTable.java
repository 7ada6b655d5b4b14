package io.marquetry.source.local;

import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.local.write.LocalDatabaseFile;
import io.marquetry.source.local.write.TableWriter;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.RowConverter;
import io.marquetry.source.table.CsvRow;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads events into their table: the profile's ordinal, the time, then the fields. */
final class EventTable implements TableLoad.Rows {

    private static final int BEFORE_FIELDS = 2;

    private final EventPlan plan;
    private final RowConverter converter;
    private final int profilePosition;
    private final int[] time;
    private final int[] wanted;
    private final List<Attribute> fields;
    private final KeyIndex keys;
    private final String table;

    EventTable(EventPlan plan, String table, KeyIndex keys) {
        this.plan = plan;
        this.table = table;
        this.keys = keys;
        this.converter = new RowConverter(plan.columns());
        this.profilePosition =
                ImportColumn.position(plan.file().label(), plan.columns(), plan.profileColumn());
        int timePosition =
                ImportColumn.position(plan.file().label(), plan.columns(), plan.timeColumn());
        this.time = new int[] {timePosition};
        AttributeType type = plan.columns().get(timePosition).type();
        if (type != AttributeType.DATE && type != AttributeType.DATETIME) {
            throw Problem.of("problem.import.noTime", plan.file().label(), plan.timeColumn())
                    .asException();
        }
        this.wanted = TableLoad.included(plan.columns(), Set.of(profilePosition, timePosition));
        this.fields =
                ModelColumns.attributes(
                        TableLoad.at(plan.columns(), wanted),
                        Set.of(ModelColumns.EVENT_PROFILE, ModelColumns.EVENT_TIME));
    }

    EventStream stream() {
        return new EventStream(
                plan.name(),
                table,
                ModelColumns.EVENT_PROFILE,
                ModelColumns.EVENT_TIME,
                plan.columns().get(time[0]).type(),
                fields);
    }

    @Override
    public TableWriter table(LocalDatabaseFile database) throws SQLException {
        return database.table(
                table,
                ModelColumns.columns(
                        ModelColumns.eventStart(plan.columns().get(time[0]).type()),
                        fields,
                        TableLoad.at(plan.columns(), wanted)),
                false);
    }

    @Override
    public int width() {
        return BEFORE_FIELDS + wanted.length;
    }

    @Override
    public Optional<Problem> convert(CsvRow row, @Nullable Object[] target) {
        Optional<Problem> problem = row.problem();
        if (problem.isPresent()) {
            return problem;
        }
        String key =
                plan.columns().get(profilePosition).keyCase().of(row.cells().get(profilePosition));
        long ordinal = keys.ordinal(key);
        if (ordinal == KeyIndex.ABSENT) {
            return Optional.of(
                    Problem.of(
                            "problem.row.unknownProfile",
                            plan.profileColumn(),
                            RowConverter.shown(key)));
        }
        target[0] = ordinal;
        problem = converter.convert(row, time, target, 1);
        if (problem.isEmpty() && target[1] == null) {
            problem = Optional.of(Problem.of("problem.row.noTime", plan.timeColumn()));
        }
        return problem.isPresent()
                ? problem
                : converter.convert(row, wanted, target, BEFORE_FIELDS);
    }
}
