package io.marquetry.store.json;

import io.marquetry.base.LocalizedText;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Share;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.library.Effect;
import io.marquetry.library.Grade;
import io.marquetry.library.LibraryEntry.Admitted;
import io.marquetry.library.Parameter;
import io.marquetry.library.Run;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What an entry of the library says beside its columns: goal, parameters and evidence. */
public final class LibraryJson {

    private LibraryJson() {}

    /** What stands in the document of an entry. */
    public record Said(
            Optional<LocalizedText> goal,
            List<Parameter> parameters,
            Optional<Admitted> admitted) {}

    public static Json write(Said said) {
        return new JsonMembers()
                .put("goal", said.goal(), LibraryJson::text)
                .put("parameters", said.parameters(), LibraryJson::parameter)
                .put("admitted", said.admitted(), LibraryJson::admitted)
                .done();
    }

    public static Said read(JsonView view) {
        return new Said(
                view.find("goal").map(LibraryJson::text),
                view.get("parameters").items(LibraryJson::parameter),
                view.find("admitted").map(LibraryJson::admitted));
    }

    private static Json text(LocalizedText text) {
        JsonMembers members = new JsonMembers();
        text.byLanguage().forEach(members::put);
        return members.done();
    }

    private static LocalizedText text(JsonView view) {
        TreeMap<String, String> texts = new TreeMap<>();
        view.entries().forEach(entry -> texts.put(entry.getKey(), entry.getValue().text()));
        return new LocalizedText(texts);
    }

    private static Json parameter(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Slot slot ->
                    new JsonMembers()
                            .put("name", slot.name())
                            .put("kind", slot.kind().name())
                            .put("tag", slot.tag().value())
                            .done();
            case Parameter.Amount amount ->
                    new JsonMembers()
                            .put("name", amount.name())
                            .put("leaf", amount.leaf())
                            .put("place", amount.place())
                            .put("number", amount.number().toPlainString())
                            .put("low", amount.low().toPlainString())
                            .put("high", amount.high().toPlainString())
                            .put("unit", amount.unit().map(Value.Unit::name), Json::text)
                            .done();
        };
    }

    private static Parameter parameter(JsonView view) {
        String name = view.get("name").text();
        if (view.find("tag").isPresent()) {
            return new Parameter.Slot(
                    name,
                    view.get("kind").word(Parameter.SlotKind.class),
                    new TagKey(view.get("tag").text()));
        }
        return new Parameter.Amount(
                name,
                (int) view.get("leaf").whole(0, Integer.MAX_VALUE),
                (int) view.get("place").whole(0, Integer.MAX_VALUE),
                new BigDecimal(view.get("number").text()),
                new BigDecimal(view.get("low").text()),
                new BigDecimal(view.get("high").text()),
                view.find("unit").map(unit -> unit.word(Value.Unit.class)));
    }

    private static Json admitted(Admitted how) {
        return new JsonMembers()
                .put("by", how.by())
                .put("at", how.at().toString())
                .put("grade", how.grade().name())
                .put("runs", how.runs(), LibraryJson::run)
                .put("drawn", effect(how.drawn()))
                .put("probability", number(how.probability()))
                .put("worthwhile", number(how.worthwhile()))
                .done();
    }

    private static Admitted admitted(JsonView view) {
        return new Admitted(
                view.get("by").text(),
                Instant.parse(view.get("at").text()),
                view.get("grade").word(Grade.class),
                view.get("runs").items(LibraryJson::run),
                effect(view.get("drawn")),
                number(view.get("probability")),
                number(view.get("worthwhile")));
    }

    private static Json run(Run run) {
        return new JsonMembers()
                .put("outcomes", run.outcomes().value())
                .put("title", run.title())
                .put("package", run.pack().key().value())
                .put(
                        "version",
                        run.pack().version().stream().boxed().findFirst(),
                        number -> new Json.Whole(number))
                .put("knownAt", run.knownAt().toString())
                .put("treated", share(run.treated()))
                .put("held", share(run.held()))
                .put("effect", effect(run.effect()))
                .put("gain", run.gain(), LibraryJson::interval)
                .done();
    }

    private static Run run(JsonView view) {
        Optional<JsonView> version = view.find("version");
        return new Run(
                new OutcomeName(view.get("outcomes").text()),
                view.get("title").text(),
                new PackageRef(
                        new PackageKey(view.get("package").text()),
                        version.isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of((int) version.get().whole(1, Integer.MAX_VALUE))),
                Instant.parse(view.get("knownAt").text()),
                share(view.get("treated")),
                share(view.get("held")),
                effect(view.get("effect")),
                view.find("gain").map(LibraryJson::interval));
    }

    private static Json share(Share share) {
        return new JsonMembers().put("count", share.count()).put("of", share.of()).done();
    }

    private static Share share(JsonView view) {
        return new Share(
                view.get("count").whole(0, Json.Whole.MAX),
                view.get("of").whole(0, Json.Whole.MAX));
    }

    private static Json effect(Effect effect) {
        return new JsonMembers()
                .put("value", number(effect.value()))
                .put("error", number(effect.error()))
                .done();
    }

    private static Effect effect(JsonView view) {
        return new Effect(number(view.get("value")), number(view.get("error")));
    }

    private static Json interval(Interval interval) {
        return new JsonMembers()
                .put("low", number(interval.low()))
                .put("high", number(interval.high()))
                .done();
    }

    private static Interval interval(JsonView view) {
        return new Interval(number(view.get("low")), number(view.get("high")));
    }

    /** Our documents hold decimal numbers as texts; this one gives the same number back. */
    private static Json number(double number) {
        return Json.text(Double.toString(number));
    }

    private static double number(JsonView view) {
        return Double.parseDouble(view.text());
    }
}
