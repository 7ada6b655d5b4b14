package io.marquetry.handoff;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.time.LocalDate;
import java.util.List;

/** Tag rules as JSON: objects whose member {@code type} tells the kind. */
public final class TagRuleJson {

    /** The kinds of rules, as the schema lists them. */
    static final List<String> TYPES =
            List.of(
                    "compare", "between", "inLast", "inList", "match", "missing", "hasTag", "all",
                    "any", "not", "events");

    /** The kinds of windows, as the schema lists them. */
    static final List<String> WINDOWS = List.of("always", "inLast", "last", "days");

    private TagRuleJson() {}

    /** Writes a rule. */
    public static Json write(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare r ->
                    type("compare")
                            .put("field", r.field())
                            .put("comparison", r.comparison().name())
                            .put("value", ValueJson.write(r.value()))
                            .done();
            case TagRule.Between r ->
                    type("between")
                            .put("field", r.field())
                            .put("low", ValueJson.write(r.low()))
                            .put("high", ValueJson.write(r.high()))
                            .done();
            case TagRule.InLast r ->
                    ValueJson.span(r.length()).put("type", "inLast").put("field", r.field()).done();
            case TagRule.InList r ->
                    type("inList")
                            .put("field", r.field())
                            .put("values", r.values(), ValueJson::write)
                            .done();
            case TagRule.Match r ->
                    type("match")
                            .put("field", r.field())
                            .put("part", r.part().name())
                            .put("text", r.text())
                            .done();
            case TagRule.Missing r -> type("missing").put("field", r.field()).done();
            case TagRule.HasTag r -> type("hasTag").put("tag", r.tag().value()).done();
            case TagRule.All r -> type("all").put("rules", r.rules(), TagRuleJson::write).done();
            case TagRule.Any r -> type("any").put("rules", r.rules(), TagRuleJson::write).done();
            case TagRule.Not r -> type("not").put("rule", write(r.rule())).done();
            case TagRule.Events r ->
                    type("events")
                            .put("stream", r.stream())
                            .put("aggregate", r.aggregate().name())
                            .put("measure", r.measure(), Json::text)
                            .put("window", window(r.window()))
                            .put("where", r.where(), TagRuleJson::write)
                            .put("comparison", r.comparison().name())
                            .put("value", ValueJson.write(r.value()))
                            .done();
        };
    }

    /** Reads a rule. */
    public static TagRule read(JsonView view) {
        return read(view, TagRules.MAX_DEPTH);
    }

    private static TagRule read(JsonView view, int deeper) {
        if (deeper == 0) {
            throw view.refuse("problem.json.ruleTooDeep", TagRules.MAX_DEPTH);
        }
        JsonView type = view.get("type");
        return switch (type.text()) {
            case "compare" -> {
                view.only("type", "field", "comparison", "value");
                yield new TagRule.Compare(
                        field(view), comparison(view), ValueJson.read(view.get("value")));
            }
            case "between" -> {
                view.only("type", "field", "low", "high");
                Value low = ValueJson.read(view.get("low"));
                yield new TagRule.Between(field(view), low, ValueJson.read(view.get("high")));
            }
            case "inLast" ->
                    new TagRule.InLast(
                            field(view.only("type", "field", "amount", "unit")),
                            ValueJson.readSpan(view));
            case "inList" -> {
                view.only("type", "field", "values");
                JsonView values = view.get("values");
                List<Value> all = values.items(ValueJson::read);
                yield values.make(
                        "problem.json.atLeastOne", () -> new TagRule.InList(field(view), all));
            }
            case "match" -> {
                view.only("type", "field", "part", "text");
                yield new TagRule.Match(
                        field(view),
                        view.get("part").word(TagRule.Part.class),
                        view.get("text").text());
            }
            case "missing" -> new TagRule.Missing(field(view.only("type", "field")));
            case "hasTag" -> new TagRule.HasTag(TagJson.key(view.only("type", "tag").get("tag")));
            case "all" -> {
                List<TagRule> rules = rules(view, deeper);
                yield view.get("rules")
                        .make("problem.json.atLeastOne", () -> new TagRule.All(rules));
            }
            case "any" -> {
                List<TagRule> rules = rules(view, deeper);
                yield view.get("rules")
                        .make("problem.json.atLeastOne", () -> new TagRule.Any(rules));
            }
            case "not" -> new TagRule.Not(read(view.only("type", "rule").get("rule"), deeper - 1));
            case "events" -> events(view, deeper);
            default -> throw type.notAWord(TYPES);
        };
    }

    private static TagRule events(JsonView view, int deeper) {
        view.only(
                "type", "stream", "aggregate", "measure", "window", "where", "comparison", "value");
        TagRule.Aggregate aggregate = view.get("aggregate").word(TagRule.Aggregate.class);
        Window window = window(view.get("window"));
        Value value = ValueJson.read(view.get("value"));
        return view.make(
                "problem.json.measure",
                () ->
                        new TagRule.Events(
                                view.get("stream").text(),
                                aggregate,
                                view.find("measure").map(JsonView::text),
                                window,
                                view.find("where").map(where -> filter(where, deeper - 1)),
                                comparison(view),
                                value));
    }

    private static TagRule filter(JsonView view, int deeper) {
        TagRule rule = read(view, deeper);
        TagRules.walk(
                rule,
                part -> {
                    if (part instanceof TagRule.Events || part instanceof TagRule.HasTag) {
                        throw view.refuse("problem.json.eventFilter");
                    }
                });
        return rule;
    }

    private static Json window(Window window) {
        return switch (window) {
            case Window.Always w -> type("always").done();
            case Window.InLast w -> ValueJson.span(w.length()).put("type", "inLast").done();
            case Window.Last w -> ValueJson.ago(w.length()).put("type", "last").done();
            case Window.Days w ->
                    type("days")
                            .put("from", w.from().toString())
                            .put("to", w.to().toString())
                            .done();
        };
    }

    private static Window window(JsonView view) {
        JsonView type = view.get("type");
        return switch (type.text()) {
            case "always" -> {
                view.only("type");
                yield new Window.Always();
            }
            case "inLast" ->
                    new Window.InLast(ValueJson.readSpan(view.only("type", "amount", "unit")));
            case "last" -> new Window.Last(ValueJson.readAgo(view.only("type", "amount", "unit")));
            case "days" -> {
                view.only("type", "from", "to");
                LocalDate from = ValueJson.day(view.get("from"));
                LocalDate to = ValueJson.day(view.get("to"));
                yield view.make("problem.json.window", () -> new Window.Days(from, to));
            }
            default -> throw type.notAWord(WINDOWS);
        };
    }

    private static List<TagRule> rules(JsonView view, int deeper) {
        return view.only("type", "rules").get("rules").items(rule -> read(rule, deeper - 1));
    }

    private static String field(JsonView view) {
        return view.get("field").text();
    }

    private static Comparison comparison(JsonView view) {
        return view.get("comparison").word(Comparison.class);
    }

    private static JsonMembers type(String type) {
        return new JsonMembers().put("type", type);
    }
}
