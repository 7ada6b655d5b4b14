package io.marquetry.handoff;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Span;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values of rules as JSON: one member, whose name is the type. Numbers are exact decimal texts. */
public final class ValueJson {

    /** The names of the types, as the schema lists them. */
    static final List<String> TYPES = List.of("number", "text", "day", "moment", "truth", "ago");

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,37})(\\.[0-9]{1,38})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?");

    private ValueJson() {}

    /** Writes a value. */
    public static Json write(Value value) {
        JsonMembers members = new JsonMembers();
        return switch (value) {
            case Value.Number n -> members.put("number", n.number().toPlainString()).done();
            case Value.Text t -> members.put("text", t.text()).done();
            case Value.Day d -> members.put("day", d.day().toString()).done();
            case Value.Moment m ->
                    members.put("moment", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(m.moment()))
                            .done();
            case Value.Truth t -> members.put("truth", new Json.Truth(t.truth())).done();
            case Value.Ago a -> members.put("ago", ago(a).done()).done();
        };
    }

    /** Reads a value. */
    public static Value read(JsonView view) {
        List<Map.Entry<String, JsonView>> entries = view.entries();
        if (entries.size() != 1 || !TYPES.contains(entries.getFirst().getKey())) {
            throw view.refuse("problem.json.value", String.join(", ", TYPES));
        }
        JsonView inner = entries.getFirst().getValue();
        return switch (entries.getFirst().getKey()) {
            case "number" -> number(inner);
            case "text" -> new Value.Text(inner.text());
            case "day" -> new Value.Day(day(inner));
            case "moment" -> new Value.Moment(moment(inner));
            case "truth" -> new Value.Truth(inner.truth());
            default -> readAgo(inner.only("amount", "unit"));
        };
    }

    static JsonMembers ago(Value.Ago ago) {
        return new JsonMembers().put("amount", ago.amount()).put("unit", ago.unit().name());
    }

    static Value.Ago readAgo(JsonView view) {
        int amount = (int) view.get("amount").whole(0, 36_500);
        return new Value.Ago(amount, view.get("unit").word(Value.Unit.class));
    }

    static JsonMembers span(Span span) {
        return new JsonMembers().put("amount", span.amount()).put("unit", span.unit().name());
    }

    static Span readSpan(JsonView view) {
        int amount = (int) view.get("amount").whole(1, 36_500);
        return new Span(amount, view.get("unit").word(Value.Unit.class));
    }

    static LocalDate day(JsonView view) {
        form(view, DAY, "problem.json.day");
        return view.make("problem.json.day", () -> LocalDate.parse(view.text()));
    }

    private static Value number(JsonView view) {
        form(view, NUMBER, "problem.json.decimal");
        return view.make(
                "problem.json.decimal", () -> new Value.Number(new BigDecimal(view.text())));
    }

    private static LocalDateTime moment(JsonView view) {
        form(view, MOMENT, "problem.json.moment");
        return view.make("problem.json.moment", () -> LocalDateTime.parse(view.text()));
    }

    private static void form(JsonView view, Pattern form, String key) {
        if (!form.matcher(view.text()).matches()) {
            throw view.refuse(key);
        }
    }
}
