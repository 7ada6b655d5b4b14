package io.marquetry.store.dispatch;

import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Series;
import io.marquetry.dispatch.series.SeriesList;
import io.marquetry.dispatch.series.Trigger;
import io.marquetry.dispatch.series.When;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The series, in the file of what holds for all dispatches. */
final class H2Series implements SeriesList {

    /** What the file has for them; harmless where it is there already. */
    static final List<String> TABLES =
            List.of(
                    "create table if not exists series (name varchar(32) primary key, content"
                            + " varchar not null, approved_by varchar, stopped boolean not null)",
                    "create table if not exists occurrence (series varchar(32) not null, planned"
                            + " bigint not null, dispatch integer, ended boolean not null, primary"
                            + " key (series, planned))");

    private final H2Reach reach;

    H2Series(H2Reach reach) {
        this.reach = reach;
    }

    @Override
    public List<Series> all() {
        synchronized (reach) {
            List<Series> found = new ArrayList<>();
            reach.sql()
                    .each(
                            "select content, approved_by, stopped from series order by name",
                            row -> found.add(series(row)));
            return found;
        }
    }

    private static Series series(ResultSet row) throws SQLException {
        JsonView view = JsonView.of(StrictJson.read(row.getString(1)));
        return new Series(
                view.get("name").text(),
                DispatchJson.read(view.get("like")),
                when(view),
                Duration.parse(view.get("lasts").text()),
                Duration.parse(view.get("latest").text()),
                Instant.parse(view.get("since").text()),
                view.get("plannedBy").text(),
                Optional.ofNullable(row.getString(2)),
                row.getBoolean(3));
    }

    private static When when(JsonView view) {
        return view.find("stream")
                .<When>map(
                        stream ->
                                new Trigger(
                                        stream.text(),
                                        view.find("field")
                                                .map(
                                                        field ->
                                                                new Conversion.Only(
                                                                        field.text(),
                                                                        view.get("equal").text())),
                                        Duration.parse(view.get("delay").text()),
                                        view.find("unless").map(DispatchJson::events)))
                .orElseGet(
                        () ->
                                new Recurrence(
                                        view.get("every").word(Recurrence.Every.class),
                                        (int) view.get("on").whole(1, 31),
                                        LocalTime.parse(view.get("at").text()),
                                        ZoneId.of(view.get("zone").text())));
    }

    private static JsonMembers write(When when) {
        return switch (when) {
            case Recurrence again ->
                    new JsonMembers()
                            .put("every", again.every().name())
                            .put("on", again.on())
                            .put("at", again.at().toString())
                            .put("zone", again.zone().getId());
            case Trigger trigger ->
                    new JsonMembers()
                            .put("stream", trigger.stream())
                            .put("field", trigger.only(), only -> Json.text(only.field()))
                            .put("equal", trigger.only(), only -> Json.text(only.equal()))
                            .put("delay", trigger.delay().toString())
                            .put("unless", trigger.unless(), DispatchJson::events);
        };
    }

    @Override
    public boolean add(Series series) {
        Json content =
                write(series.when())
                        .put("name", series.name())
                        .put("like", DispatchJson.write(series.like()))
                        .put("lasts", series.lasts().toString())
                        .put("latest", series.latest().toString())
                        .put("since", series.since().toString())
                        .put("plannedBy", series.plannedBy())
                        .done();
        synchronized (reach) {
            Sql sql = reach.sql();
            int added =
                    sql.run(
                            "insert into series select ?, ?, ?, ? where not exists (select 1 from"
                                    + " series where name = ?)",
                            series.name(),
                            CanonicalJson.write(content),
                            series.approvedBy().orElse(null),
                            series.stopped(),
                            series.name());
            sql.save();
            return added > 0;
        }
    }

    @Override
    public void change(Series series) {
        synchronized (reach) {
            Sql sql = reach.sql();
            sql.run(
                    "update series set approved_by = ?, stopped = ? where name = ?",
                    series.approvedBy().orElse(null),
                    series.stopped(),
                    series.name());
            sql.save();
        }
    }

    @Override
    public Optional<Instant> last(String series) {
        return times("select max(planned) from occurrence where series = ?", series).stream()
                .filter(at -> at.toEpochMilli() > 0)
                .findFirst();
    }

    @Override
    public Optional<Instant> ended(String series) {
        return times("select max(planned) from occurrence where series = ? and ended", series)
                .stream()
                .filter(at -> at.toEpochMilli() > 0)
                .findFirst();
    }

    @Override
    public List<Instant> open(String series) {
        return times(
                "select planned from occurrence where series = ? and not ended order by planned",
                series);
    }

    private List<Instant> times(String query, String series) {
        synchronized (reach) {
            List<Instant> found = new ArrayList<>();
            reach.sql().each(query, row -> found.add(Instant.ofEpochMilli(row.getLong(1))), series);
            return found;
        }
    }

    @Override
    public boolean begin(String series, Instant planned) {
        synchronized (reach) {
            Sql sql = reach.sql();
            int begun =
                    sql.run(
                            "insert into occurrence select ?, ?, cast(null as integer), false where"
                                    + " not exists (select 1 from occurrence where series = ? and"
                                    + " planned = ?)",
                            series,
                            planned.toEpochMilli(),
                            series,
                            planned.toEpochMilli());
            sql.save();
            return begun > 0;
        }
    }

    @Override
    public void end(String series, Instant planned, Optional<DispatchId> dispatch) {
        synchronized (reach) {
            Sql sql = reach.sql();
            sql.run(
                    "update occurrence set dispatch = ?, ended = true where series = ? and planned"
                            + " = ?",
                    dispatch.map(DispatchId::number).orElse(null),
                    series,
                    planned.toEpochMilli());
            sql.save();
        }
    }
}
