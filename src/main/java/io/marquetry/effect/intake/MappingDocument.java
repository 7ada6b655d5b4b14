package io.marquetry.effect.intake;

import io.marquetry.audience.SourceName;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.SavedMapping;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.remote.ColumnChoiceJson;
import io.marquetry.source.remote.RemotePlan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a database becomes a source, for others: where the database is, what of the tables means what
 * and what their outcomes tell, but neither who signs in nor how.
 */
public final class MappingDocument {

    private static final String FORMAT = "marquetry/source-mapping";
    private static final int VERSION = 2;

    /** Programs that know no meaning of outcomes read it. */
    private static final int WITHOUT_OUTCOMES = 1;

    private static final String OUTCOMES = "outcomeMappings";
    private static final int MAX_PORT = 65_535;

    private MappingDocument() {}

    /**
     * Writes a mapping; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be written
     */
    public static void write(HandedMapping handed, Path file) {
        try {
            DurableFiles.write(file.toAbsolutePath(), CanonicalJson.bytes(json(handed)));
        } catch (IOException e) {
            throw Problem.of("problem.remote.mappingNotWritten", file.toString()).asException(e);
        }
    }

    private static Json json(HandedMapping handed) {
        RemotePlan plan = handed.plan();
        JsonMembers members =
                new JsonMembers()
                        .put("format", FORMAT)
                        .put(
                                "formatVersion",
                                handed.outcomes().isEmpty() ? WITHOUT_OUTCOMES : VERSION)
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
        ColumnChoiceJson.put(members, plan.columns())
                .put("events", plan.events(), events -> json(events, handed));
        if (!handed.outcomes().isEmpty()) {
            members.put(OUTCOMES, handed.outcomes(), MappingDocument::json);
        }
        return members.done();
    }

    private static Json json(SavedMapping outcomes) {
        return new JsonMembers()
                .put("mapping", OutcomeMappingJson.write(outcomes.mapping()))
                .put("design", OutcomeMappingJson.design(outcomes.design()))
                .done();
    }

    private static Json json(RemotePlan.Events events, HandedMapping handed) {
        JsonMembers members =
                new JsonMembers()
                        .put("table", events.table())
                        .put("profile", events.profileColumn())
                        .put("time", events.timeColumn());
        ColumnChoiceJson.put(members, events.columns());
        return ColumnChoiceJson.putOutcomes(members, events.outcomes() || handed.tells(events))
                .done();
    }

    /**
     * Reads a mapping.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong; whatever else a
     *     driver could be told is refused
     */
    public static HandedMapping read(Path file) {
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
                "events",
                OUTCOMES);
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refuse("problem.remote.mappingForm");
        }
        view.get("formatVersion").whole(WITHOUT_OUTCOMES, VERSION);
        RemotePlan plan = plan(view);
        List<SavedMapping> outcomes = new ArrayList<>();
        Set<Optional<String>> tables = new HashSet<>();
        for (JsonView one : view.find(OUTCOMES).map(JsonView::items).orElse(List.of())) {
            SavedMapping read = outcomes(one);
            OutcomeLayout layout = read.mapping().layout();
            if (!HandedMapping.isOf(read.mapping(), plan) || !tables.add(layout.rows())) {
                throw one.refuse("problem.remote.mappingTable", layout.rows().orElse(plan.table()));
            }
            outcomes.add(read);
        }
        return new HandedMapping(plan, outcomes);
    }

    private static SavedMapping outcomes(JsonView view) {
        view.only("mapping", "design");
        return new SavedMapping(
                OutcomeMappingJson.read(view.get("mapping")),
                OutcomeMappingJson.design(view.get("design")),
                ColumnReadings.NONE);
    }

    private static RemotePlan plan(JsonView view) {
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
