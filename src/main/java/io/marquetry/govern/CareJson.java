package io.marquetry.govern;

import io.marquetry.handoff.LocalizedTextJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.time.LocalDate;
import java.util.Optional;

/** How a tag or an asset is kept, as JSON. */
public final class CareJson {

    private CareJson() {}

    /** Writes it. */
    public static Json.Members write(Care care) {
        return new JsonMembers()
                .put("state", care.state().name())
                .put("owner", care.owner(), Json::text)
                .put("team", care.team(), Json::text)
                .put("validFrom", care.validFrom(), day -> Json.text(day.toString()))
                .put("validUntil", care.validUntil(), day -> Json.text(day.toString()))
                .put("successor", care.successor(), Json::text)
                .put("reason", care.reason(), Json::text)
                .put("scenario", care.scenario(), LocalizedTextJson::write)
                .done();
    }

    /** Reads it. */
    public static Care read(JsonView view) {
        view.only(
                "state",
                "owner",
                "team",
                "validFrom",
                "validUntil",
                "successor",
                "reason",
                "scenario");
        return view.make(
                "problem.json.care",
                () ->
                        new Care(
                                view.get("state").word(LifeState.class),
                                view.find("owner").map(JsonView::text),
                                view.find("team").map(JsonView::text),
                                day(view, "validFrom"),
                                day(view, "validUntil"),
                                view.find("successor").map(JsonView::text),
                                view.find("reason").map(JsonView::text),
                                view.find("scenario").map(LocalizedTextJson::read)));
    }

    private static Optional<LocalDate> day(JsonView view, String name) {
        return view.find(name).map(JsonView::text).map(LocalDate::parse);
    }
}
