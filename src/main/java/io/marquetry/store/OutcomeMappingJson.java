package io.marquetry.store;

import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What columns of outcomes mean, as JSON. */
final class OutcomeMappingJson {

    private OutcomeMappingJson() {}

    static Json write(OutcomeMapping mapping) {
        JsonMembers columns = new JsonMembers();
        mapping.columns().forEach((role, use) -> columns.put(role.name(), use(use)));
        return new JsonMembers()
                .put("layout", layout(mapping.layout()))
                .put("columns", columns.done())
                .done();
    }

    static OutcomeMapping read(JsonView view) {
        Map<OutcomeRole, ColumnUse> columns = new EnumMap<>(OutcomeRole.class);
        for (Map.Entry<String, JsonView> entry : view.get("columns").entries()) {
            columns.put(role(entry.getKey(), entry.getValue()), use(entry.getValue()));
        }
        return new OutcomeMapping(layout(view.get("layout")), columns);
    }

    static Json design(Design design) {
        return switch (design) {
            case Design.Randomised randomised ->
                    new JsonMembers().put("control", randomised.controlArm()).done();
            case Design.Observed _ -> new JsonMembers().done();
        };
    }

    static Design design(JsonView view) {
        return view.find("control")
                .<Design>map(arm -> new Design.Randomised(arm.text()))
                .orElseGet(Design.Observed::new);
    }

    private static Json use(ColumnUse use) {
        return new JsonMembers()
                .put("column", use.column())
                .put("equal", use.equal(), Json::text)
                .done();
    }

    private static ColumnUse use(JsonView view) {
        return new ColumnUse(view.get("column").text(), view.find("equal").map(JsonView::text));
    }

    private static Json layout(OutcomeLayout layout) {
        JsonMembers members = new JsonMembers();
        members.put("stream", layout.rows(), Json::text);
        return switch (layout) {
            case OutcomeLayout.PerProfile _ -> members.put("rows", "profiles").done();
            case OutcomeLayout.Totals _ -> members.put("rows", "totals").done();
            case OutcomeLayout.Events events -> {
                JsonMembers kinds = new JsonMembers();
                events.kinds().forEach((role, word) -> kinds.put(role.name(), word));
                yield members.put("rows", "events").put("kinds", kinds.done()).done();
            }
            case OutcomeLayout.Contacts contacts ->
                    members.put("rows", "contacts")
                            .put("responses", contacts.responses())
                            .put("match", contacts.match(), Json::text)
                            .done();
        };
    }

    private static OutcomeLayout layout(JsonView view) {
        Optional<String> stream = view.find("stream").map(JsonView::text);
        return switch (view.get("rows").text()) {
            case "profiles" -> new OutcomeLayout.PerProfile(stream);
            case "totals" -> new OutcomeLayout.Totals(stream);
            case "events" -> {
                Map<OutcomeRole, String> kinds = new EnumMap<>(OutcomeRole.class);
                view.get("kinds")
                        .entries()
                        .forEach(
                                e ->
                                        kinds.put(
                                                role(e.getKey(), e.getValue()),
                                                e.getValue().text()));
                yield new OutcomeLayout.Events(stream, kinds);
            }
            case "contacts" ->
                    new OutcomeLayout.Contacts(
                            view.get("stream").text(),
                            view.get("responses").text(),
                            view.get("match").items(JsonView::text));
            default ->
                    throw view.get("rows")
                            .notAWord(List.of("profiles", "totals", "events", "contacts"));
        };
    }

    private static OutcomeRole role(String name, JsonView at) {
        return new JsonView(Json.text(name), at.pointer()).word(OutcomeRole.class);
    }
}
