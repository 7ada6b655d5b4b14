package io.marquetry.tag;

import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts tag rules into words of the user's language. */
public final class RuleWords {

    /** Stands around labels while a rule is put into words; no label holds it. */
    private static final String LABEL = "\uE000";

    /** Chinese words stand side by side; a blank sets off Latin names and numbers only. */
    private static final Pattern CHINESE_BOTH_SIDES =
            Pattern.compile(
                    "(?<=\\p{IsHan}) (?=\uE000\\p{IsHan})|(?<=\\p{IsHan}\uE000) (?=\uE000?\\p{IsHan})");

    private final Texts texts;
    private final Optional<LocalDate> today;

    /** Makes words in the language of the texts. */
    public RuleWords(Texts texts) {
        this(texts, Optional.empty());
    }

    /**
     * Makes words in the language of the texts.
     *
     * @param today what relative days count from: their dates are told beside them
     */
    public RuleWords(Texts texts, Optional<LocalDate> today) {
        this.texts = texts;
        this.today = today;
    }

    /**
     * Returns the rule as a phrase, for example {@code recency is at most 3 and channel is “Web”}.
     */
    public String of(TagRule rule) {
        return CHINESE_BOTH_SIDES
                .matcher(of(rule, FieldName.OfProfiles::new))
                .replaceAll("")
                .replace(LABEL, "");
    }

    private String of(TagRule rule, Function<String, FieldName> fields) {
        return switch (rule) {
            case TagRule.Compare c ->
                    compared(called(c.field(), fields), c.comparison(), c.value());
            case TagRule.Between b ->
                    texts.get("rule.between", called(b.field(), fields), of(b.low()), of(b.high()));
            case TagRule.InLast l ->
                    texts.get("rule.inLast", called(l.field(), fields), inLast(l.length()));
            case TagRule.InList l ->
                    texts.get("rule.inList", called(l.field(), fields), list(l.values()));
            case TagRule.Match m ->
                    texts.get("rule.match." + m.part(), called(m.field(), fields), m.text());
            case TagRule.Missing m -> texts.get("rule.missing", called(m.field(), fields));
            case TagRule.Events e -> events(e);
            case TagRule.HasTag h -> texts.get("rule.hasTag", h.tag().value());
            case TagRule.All all -> joined(all.rules(), "rule.and", fields);
            case TagRule.Any any -> joined(any.rules(), "rule.or", fields);
            case TagRule.Not not -> texts.get("rule.not", of(not.rule(), fields));
        };
    }

    private String called(String field, Function<String, FieldName> fields) {
        return marked(texts.called(fields.apply(field)));
    }

    private static String marked(String label) {
        return LABEL + label + LABEL;
    }

    /** Returns a value as people write it; days are ISO 8601. */
    public String of(Value value) {
        return switch (value) {
            case Value.Number n -> number(n);
            case Value.Text t -> texts.get("rule.text", t.text());
            case Value.Day d -> d.day().toString();
            case Value.Moment m -> m.moment().toString().replace('T', ' ');
            case Value.Truth t -> texts.get(t.truth() ? "rule.true" : "rule.false");
            case Value.Ago a ->
                    a.amount() == 0 ? texts.get("rule.today") : texts.get("rule.ago", length(a));
        };
    }

    private String compared(String what, Comparison comparison, Value value) {
        return switch (value) {
            case Value.Number n -> texts.get("rule.is." + comparison, what, of(n));
            case Value.Text t -> texts.get("rule.is." + comparison, what, of(t));
            case Value.Truth t -> texts.get("rule.is." + comparison, what, of(t));
            case Value.Day d -> texts.get("rule.day." + comparison, what, of(d));
            case Value.Moment m -> texts.get("rule.day." + comparison, what, of(m));
            case Value.Ago a ->
                    a.amount() == 0
                            ? texts.get("rule.day." + comparison, what, of(a))
                            : texts.get("rule.since." + comparison, what, length(a));
        };
    }

    /** Counted events are said as people say them: at least 20 purchases, no purchases. */
    private String events(TagRule.Events events) {
        Function<String, FieldName> fields = name -> new FieldName.OfEvents(events.stream(), name);
        String stream = marked(texts.events(events.stream()));
        String where = events.where().map(w -> texts.get("rule.where", of(w, fields))).orElse("");
        String window = window(events.window());
        if (events.aggregate() == TagRule.Aggregate.COUNT) {
            String key =
                    asksForNone(events)
                            ? "none"
                            : asksForAny(events) ? "any" : events.comparison().name();
            return texts.get("rule.count." + key, of(events.value()), stream, where, window);
        }
        String what =
                texts.get(
                        "rule.events." + events.aggregate(),
                        events.measure().map(field -> called(field, fields)).orElse(""),
                        stream,
                        where,
                        window);
        return compared(what.strip(), events.comparison(), events.value());
    }

    private static boolean asksForAny(TagRule.Events events) {
        return events.value() instanceof Value.Number(BigDecimal number)
                && switch (events.comparison()) {
                    case AT_LEAST -> number.compareTo(BigDecimal.ONE) == 0;
                    case GREATER -> number.signum() == 0;
                    case EQUAL, NOT_EQUAL, AT_MOST, LESS -> false;
                };
    }

    private static boolean asksForNone(TagRule.Events events) {
        return events.value() instanceof Value.Number(BigDecimal number)
                && switch (events.comparison()) {
                    case EQUAL, AT_MOST -> number.signum() == 0;
                    case LESS -> number.compareTo(BigDecimal.ONE) == 0;
                    case NOT_EQUAL, GREATER, AT_LEAST -> false;
                };
    }

    private String window(Window window) {
        return switch (window) {
            case Window.Always always -> "";
            case Window.InLast last -> texts.get("rule.window.inLast", inLast(last.length()));
            case Window.Last last ->
                    texts.get(
                            "rule.window.last",
                            of(last.length()),
                            days(last.length()::before).orElse(""));
            case Window.Days days ->
                    texts.get("rule.window.days", days.from().toString(), days.to().toString());
        };
    }

    /** Says which days these are, where it is known which day is today; else that it counts. */
    private String inLast(Span span) {
        return length(span.amount(), span.unit())
                + days(span::first).orElseGet(() -> texts.get("rule.todayIncluded"));
    }

    private Optional<String> days(UnaryOperator<LocalDate> first) {
        return today.map(
                day -> texts.get("rule.dates", first.apply(day).toString(), day.toString()));
    }

    private String length(Value.Ago ago) {
        return length(ago.amount(), ago.unit());
    }

    private String length(int amount, Value.Unit unit) {
        return texts.get("rule.unit." + unit, amount);
    }

    private String list(List<Value> values) {
        return values.stream().map(this::of).collect(Collectors.joining(texts.get("rule.comma")));
    }

    private String joined(List<TagRule> rules, String word, Function<String, FieldName> fields) {
        if (rules.size() == 1) {
            return of(rules.getFirst(), fields);
        }
        return rules.stream()
                .map(rule -> member(rule, fields))
                .collect(Collectors.joining(texts.get(word)));
    }

    private String member(TagRule rule, Function<String, FieldName> fields) {
        boolean compound =
                switch (rule) {
                    case TagRule.All all -> all.rules().size() > 1;
                    case TagRule.Any any -> any.rules().size() > 1;
                    case TagRule.Compare c -> false;
                    case TagRule.Between b -> false;
                    case TagRule.InLast l -> false;
                    case TagRule.InList l -> false;
                    case TagRule.Match m -> false;
                    case TagRule.Missing m -> false;
                    case TagRule.Events e -> false;
                    case TagRule.HasTag h -> false;
                    case TagRule.Not n -> false;
                };
        String said = of(rule, fields);
        return compound ? texts.get("rule.group", said) : said;
    }

    private String number(Value.Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(30);
        return format.format(value.number());
    }
}
