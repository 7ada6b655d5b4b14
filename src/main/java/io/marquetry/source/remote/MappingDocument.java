package io.marquetry.source.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How a database becomes a source, for others: where the database is and what of the tables means
 * what, but neither who signs in nor how.
 */
public final class MappingDocument {

    private static final String FORMAT = "marquetry/source-mapping";
    private static final int VERSION = 1;
    private static final int MAX_PORT = 65_535;

    private MappingDocument() {}

    /**
     * Writes the mapping of a source; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the source does not lie on a server, or the
     *     file cannot be written
     */
    public static void write(ProfileSource source, Path file) {
        if (!(source.place() instanceof SourcePlace.Remote place)) {
            throw Problem.of("problem.remote.mappingLocal", source.title()).asException();
        }
        write(RemotePlan.of(source, place), file);
    }

    /**
     * Writes a mapping; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be written
     */
    public static void write(RemotePlan plan, Path file) {
        try {
            DurableFiles.write(file.toAbsolutePath(), CanonicalJson.bytes(json(plan)));
        } catch (IOException e) {
            throw Problem.of("problem.remote.mappingNotWritten", file.toString()).asException(e);
        }
    }

    private static Json json(RemotePlan plan) {
        JsonMembers members =
                new JsonMembers()
                        .put("format", FORMAT)
                        .put("formatVersion", VERSION)
                        .put("name", plan.name().value())
                        .put("title", plan.title())
                        .put("engine", plan.server().engine().name())
                        .put("host", plan.server().host())
                        .put("port", plan.server().port())
                        .put("database", plan.server().database())
                        .put("zone", plan.zone().getId())
                        .put("today", plan.fixedToday(), day -> Json.text(day.toString()))
                        .put("table", plan.table())
                        .put("key", plan.keyColumn());
        return ColumnChoiceJson.put(members, plan.columns())
                .put("events", plan.events(), MappingDocument::json)
                .done();
    }

    private static Json json(RemotePlan.Events events) {
        JsonMembers members =
                new JsonMembers()
                        .put("table", events.table())
                        .put("profile", events.profileColumn())
                        .put("time", events.timeColumn());
        ColumnChoiceJson.put(members, events.columns());
        return ColumnChoiceJson.putOutcomes(members, events.outcomes()).done();
    }

    /**
     * Reads a mapping.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong; whatever else a
     *     driver could be told is refused
     */
    public static RemotePlan read(Path file) {
        JsonView view = JsonView.of(StrictJson.read(file));
        view.only(
                "format",
                "formatVersion",
                "name",
                "title",
                "engine",
                "host",
                "port",
                "database",
                "zone",
                "today",
                "table",
                "key",
                "columns",
                "events");
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refuse("problem.remote.mappingForm");
        }
        view.get("formatVersion").whole(VERSION, VERSION);
        JsonView name = view.get("name");
        if (!SourceName.isValid(name.text())) {
            throw name.refuse("problem.remote.mappingForm");
        }
        return new RemotePlan(
                new SourceName(name.text()),
                view.get("title").text(),
                new RemoteServer(
                        view.get("engine").word(RemoteEngine.class),
                        view.get("host").text(),
                        (int) view.get("port").whole(1, MAX_PORT),
                        view.get("database").text()),
                view.get("table").text(),
                view.get("key").text(),
                ColumnChoiceJson.read(view),
                view.get("events").items(MappingDocument::events),
                zone(view.get("zone")),
                view.find("today").map(MappingDocument::day));
    }

    private static RemotePlan.Events events(JsonView view) {
        view.only("table", "profile", "time", "columns", "outcomes");
        return new RemotePlan.Events(
                view.get("table").text(),
                view.get("profile").text(),
                view.get("time").text(),
                ColumnChoiceJson.read(view),
                ColumnChoiceJson.outcomes(view));
    }

    private static ZoneId zone(JsonView view) {
        try {
            return ZoneId.of(view.text());
        } catch (DateTimeException e) {
            throw view.refuse("problem.remote.mappingForm");
        }
    }

    private static LocalDate day(JsonView view) {
        try {
            return LocalDate.parse(view.text());
        } catch (DateTimeException e) {
            throw view.refuse("problem.remote.mappingForm");
        }
    }
}
