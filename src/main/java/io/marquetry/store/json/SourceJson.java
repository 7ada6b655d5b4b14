package io.marquetry.store.json;

import io.marquetry.audience.SourceName;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.FieldLabels;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.remote.ColumnChoiceJson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Profile sources as JSON. */
public final class SourceJson {

    private static final String SEALED = "sealed";
    private static final String IN_PLACE = "inPlace";
    private static final String REMOTE = "remote";

    private SourceJson() {}

    /** Writes a source with its model. */
    public static Json write(ProfileSource source) {
        return new JsonMembers()
                .put("name", source.name().value())
                .put("title", source.title())
                .put("place", place(source.place()))
                .put("fingerprint", source.fingerprint())
                .put("asOf", source.asOf().toString())
                .put("fixedToday", source.fixedToday(), day -> Json.text(day.toString()))
                .put("profiles", source.profiles())
                .put("model", model(source.model()))
                .put("labels", FieldLabelsJson.optional(source.labels()), labels -> labels)
                .put("origin", source.origin(), OriginJson::write)
                .done();
    }

    /** Reads a source with its model. */
    public static ProfileSource read(JsonView view) {
        return new ProfileSource(
                name(view.get("name")),
                view.get("title").text(),
                place(view),
                view.get("fingerprint").text(),
                Instant.parse(view.get("asOf").text()),
                view.find("fixedToday").map(day -> LocalDate.parse(day.text())),
                view.get("profiles").whole(0, Json.Whole.MAX),
                model(view.get("model")),
                view.find("labels").map(FieldLabelsJson::read).orElse(FieldLabels.NONE),
                view.find("origin").map(OriginJson::read));
    }

    private static Json place(SourcePlace place) {
        return switch (place) {
            case SourcePlace.Sealed sealed ->
                    new JsonMembers()
                            .put("type", SEALED)
                            .put("engine", sealed.engine().name())
                            .put("file", sealed.file())
                            .put("sha256", sealed.sha256())
                            .done();
            case SourcePlace.InPlace inPlace ->
                    new JsonMembers()
                            .put("type", IN_PLACE)
                            .put("path", inPlace.path())
                            .put("table", inPlace.table(), Json::text)
                            .put("keyColumn", inPlace.keyColumn(), Json::text)
                            .put("events", inPlace.events(), SourceJson::inPlaceEvents)
                            .done();
            case SourcePlace.Remote remote ->
                    new JsonMembers()
                            .put("type", REMOTE)
                            .put("engine", remote.server().engine().name())
                            .put("host", remote.server().host())
                            .put("port", remote.server().port())
                            .put("database", remote.server().database())
                            .put("tables", remote.tables(), SourceJson::remoteTable)
                            .put("zone", remote.zone().getId())
                            .done();
        };
    }

    private static SourcePlace place(JsonView source) {
        Optional<JsonView> found = source.find("place");
        if (found.isEmpty()) {
            // As sources were written when H2 was the only engine.
            return new SourcePlace.Sealed(
                    SourceEngine.H2, source.get("file").text(), source.get("fileSha256").text());
        }
        JsonView place = found.get();
        if (place.get("type").text().equals(IN_PLACE)) {
            return new SourcePlace.InPlace(
                    place.get("path").text(),
                    place.find("table").map(JsonView::text),
                    place.find("keyColumn").map(JsonView::text),
                    place.get("events").items(SourceJson::inPlaceEvents));
        }
        if (place.get("type").text().equals(REMOTE)) {
            return new SourcePlace.Remote(
                    new RemoteServer(
                            place.get("engine").word(RemoteEngine.class),
                            place.get("host").text(),
                            (int) place.get("port").whole(0, 1 << 16),
                            place.get("database").text()),
                    place.get("tables").items(SourceJson::remoteTable),
                    zone(place.get("zone")));
        }
        return new SourcePlace.Sealed(
                place.get("engine").word(SourceEngine.class),
                place.get("file").text(),
                place.get("sha256").text());
    }

    private static ZoneId zone(JsonView view) {
        try {
            return ZoneId.of(view.text());
        } catch (DateTimeException e) {
            throw view.refuse("problem.remote.zone", JsonView.shown(view.text()));
        }
    }

    private static Json remoteTable(SourcePlace.RemoteTable table) {
        JsonMembers members =
                new JsonMembers()
                        .put("name", table.name())
                        .put("schema", table.schema())
                        .put("table", table.table());
        ColumnChoiceJson.put(members, table.columns());
        return ColumnChoiceJson.putOutcomes(members, table.outcomes()).done();
    }

    private static SourcePlace.RemoteTable remoteTable(JsonView view) {
        return new SourcePlace.RemoteTable(
                view.get("name").text(),
                view.get("schema").text(),
                view.get("table").text(),
                ColumnChoiceJson.read(view),
                ColumnChoiceJson.outcomes(view));
    }

    private static Json inPlaceEvents(SourcePlace.InPlaceEvents events) {
        return new JsonMembers()
                .put("table", events.table())
                .put("profileColumn", events.profileColumn())
                .put("timeColumn", events.timeColumn())
                .done();
    }

    private static SourcePlace.InPlaceEvents inPlaceEvents(JsonView view) {
        return new SourcePlace.InPlaceEvents(
                view.get("table").text(),
                view.get("profileColumn").text(),
                view.get("timeColumn").text());
    }

    /** Reads the name of a source. */
    static SourceName name(JsonView view) {
        return new SourceName(view.text());
    }

    private static Json model(ProfileModel model) {
        return new JsonMembers()
                .put("table", model.table())
                .put("idColumn", model.idColumn())
                .put("keyColumn", model.keyColumn())
                .put("attributes", model.attributes(), SourceJson::attribute)
                .put("streams", model.streams(), SourceJson::stream)
                .done();
    }

    private static ProfileModel model(JsonView view) {
        return new ProfileModel(
                view.get("table").text(),
                view.get("idColumn").text(),
                view.get("keyColumn").text(),
                view.get("attributes").items(SourceJson::attribute),
                view.get("streams").items(SourceJson::stream));
    }

    private static Json attribute(Attribute attribute) {
        return new JsonMembers()
                .put("name", attribute.name())
                .put("type", attribute.type().name())
                .put("column", attribute.column())
                .done();
    }

    private static Attribute attribute(JsonView view) {
        return new Attribute(
                view.get("name").text(),
                view.get("type").word(AttributeType.class),
                view.get("column").text());
    }

    private static Json stream(EventStream stream) {
        return new JsonMembers()
                .put("name", stream.name())
                .put("table", stream.table())
                .put("profileColumn", stream.profileColumn())
                .put("timeColumn", stream.timeColumn())
                .put("timeType", stream.timeType().name())
                .put("fields", stream.fields(), SourceJson::attribute)
                .done();
    }

    private static EventStream stream(JsonView view) {
        return new EventStream(
                view.get("name").text(),
                view.get("table").text(),
                view.get("profileColumn").text(),
                view.get("timeColumn").text(),
                view.get("timeType").word(AttributeType.class),
                view.get("fields").items(SourceJson::attribute));
    }
}
