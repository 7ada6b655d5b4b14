package io.marquetry.effect.intake;

import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.Plan;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What columns of outcomes mean, as JSON. */
public final class OutcomeMappingJson {

    private OutcomeMappingJson() {}

    /** Returns a mapping as JSON. */
    public static Json write(OutcomeMapping mapping) {
        JsonMembers columns = new JsonMembers();
        mapping.columns().forEach((role, use) -> columns.put(role.name(), use(use)));
        return new JsonMembers()
                .put("layout", layout(mapping.layout()))
                .put("columns", columns.done())
                .done();
    }

    /**
     * Reads a mapping.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static OutcomeMapping read(JsonView view) {
        view.only("layout", "columns");
        Map<OutcomeRole, ColumnUse> columns = new EnumMap<>(OutcomeRole.class);
        for (Map.Entry<String, JsonView> entry : view.get("columns").entries()) {
            columns.put(role(entry.getKey(), entry.getValue()), use(entry.getValue()));
        }
        return new OutcomeMapping(layout(view.get("layout")), columns);
    }

    /** Returns a design as JSON. */
    public static Json design(Design design) {
        return switch (design) {
            case Design.Randomised randomised -> randomised(randomised);
            case Design.Observed _ -> new JsonMembers().done();
        };
    }

    /**
     * Reads a design.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static Design design(JsonView view) {
        view.only("control", "plan");
        return view.find("control")
                .<Design>map(
                        arm ->
                                new Design.Randomised(
                                        arm.text(),
                                        view.find("plan")
                                                .map(OutcomeMappingJson::plan)
                                                .orElse(Plan.NONE)))
                .orElseGet(Design.Observed::new);
    }

    private static Json randomised(Design.Randomised design) {
        JsonMembers members = new JsonMembers().put("control", design.controlArm());
        if (!design.plan().equals(Plan.NONE)) {
            JsonMembers shares = new JsonMembers();
            design.plan().shares().forEach((arm, share) -> shares.put(arm, share.toString()));
            JsonMembers plan = new JsonMembers().put("shares", shares.done());
            design.plan().people().ifPresent(people -> plan.put("people", people));
            if (design.plan().adjusted()) {
                plan.put("adjusted", new Json.Truth(true));
            }
            members.put("plan", plan.done());
        }
        return members.done();
    }

    private static Plan plan(JsonView view) {
        view.only("shares", "people", "adjusted");
        Map<String, Double> shares = new TreeMap<>();
        view.get("shares").entries().forEach(e -> shares.put(e.getKey(), share(e.getValue())));
        return view.make(
                "problem.json.plan",
                () ->
                        new Plan(
                                shares,
                                view.find("people")
                                        .map(p -> OptionalLong.of(p.whole(1, Json.Whole.MAX)))
                                        .orElseGet(OptionalLong::empty),
                                // Plans kept before did not know of it.
                                view.find("adjusted").map(JsonView::truth).orElse(false)));
    }

    private static double share(JsonView view) {
        return view.make("problem.json.plan", () -> Double.parseDouble(view.text()));
    }

    private static Json use(ColumnUse use) {
        return new JsonMembers()
                .put("column", use.column())
                .put("equal", use.equal(), Json::text)
                .put(
                        "absent",
                        Optional.of(use.absent()).filter(a -> a != Absence.NOTHING),
                        a -> Json.text(a.name()))
                .done();
    }

    private static ColumnUse use(JsonView view) {
        view.only("column", "equal", "absent");
        String column = view.get("column").text();
        if (column.isBlank()) {
            throw view.get("column").refuse("problem.json.blankColumn");
        }
        return new ColumnUse(
                column,
                view.find("equal").map(JsonView::text),
                // Mappings kept before took every empty cell for nothing.
                view.find("absent").map(a -> a.word(Absence.class)).orElse(Absence.NOTHING));
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
        view.only("rows", "stream", "kinds", "responses", "match");
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
