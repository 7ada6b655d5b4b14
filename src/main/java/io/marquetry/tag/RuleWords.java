package io.marquetry.tag;

import io.marquetry.base.Texts;

import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Puts tag rules into words of the user's language. */
public final class RuleWords {

    private final Texts texts;

    /** Makes words in the language of the texts. */
    public RuleWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns the rule as a phrase, for example {@code recency ≤ 3 and channel = “Web”}. */
    public String of(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare c -> compared(c.field(), c.comparison(), c.value());
            case TagRule.Between b ->
                    texts.get("rule.between", b.field(), of(b.low()), of(b.high()));
            case TagRule.InList l -> texts.get("rule.inList", l.field(), list(l.values()));
            case TagRule.Match m -> texts.get("rule.match." + m.part(), m.field(), m.text());
            case TagRule.Missing m -> texts.get("rule.missing", m.field());
            case TagRule.Events e -> compared(events(e), e.comparison(), e.value());
            case TagRule.HasTag h -> texts.get("rule.hasTag", h.tag().value());
            case TagRule.All all -> joined(all.rules(), "rule.and");
            case TagRule.Any any -> joined(any.rules(), "rule.or");
            case TagRule.Not not -> texts.get("rule.not", of(not.rule()));
        };
    }

    /** Returns a value as people write it; days are ISO 8601. */
    public String of(Value value) {
        return switch (value) {
            case Value.Number n -> number(n);
            case Value.Text t -> texts.get("rule.text", t.text());
            case Value.Day d -> d.day().toString();
            case Value.Moment m -> m.moment().toString().replace('T', ' ');
            case Value.Truth t -> texts.get(t.truth() ? "rule.true" : "rule.false");
            case Value.Ago a -> texts.get("rule.ago", length(a));
        };
    }

    private String compared(String what, Comparison comparison, Value value) {
        return texts.get("rule.compare", what, comparison.sign(), of(value));
    }

    private String events(TagRule.Events events) {
        String counted =
                events.measure().map(m -> events.stream() + "." + m).orElse(events.stream());
        String where = events.where().map(w -> texts.get("rule.where", of(w))).orElse("");
        String key = "rule.events." + events.aggregate();
        return texts.get(key, counted, window(events.window()), where).strip();
    }

    private String window(Window window) {
        return switch (window) {
            case Window.Always always -> "";
            case Window.Last last -> texts.get("rule.window.last", length(last.length()));
            case Window.Days days ->
                    texts.get("rule.window.days", days.from().toString(), days.to().toString());
        };
    }

    private String length(Value.Ago ago) {
        return texts.get("rule.unit." + ago.unit(), ago.amount());
    }

    private String list(List<Value> values) {
        return values.stream().map(this::of).collect(Collectors.joining(texts.get("rule.comma")));
    }

    private String joined(List<TagRule> rules, String word) {
        if (rules.size() == 1) {
            return of(rules.getFirst());
        }
        return rules.stream().map(this::member).collect(Collectors.joining(texts.get(word)));
    }

    private String member(TagRule rule) {
        boolean compound =
                switch (rule) {
                    case TagRule.All all -> all.rules().size() > 1;
                    case TagRule.Any any -> any.rules().size() > 1;
                    case TagRule.Compare c -> false;
                    case TagRule.Between b -> false;
                    case TagRule.InList l -> false;
                    case TagRule.Match m -> false;
                    case TagRule.Missing m -> false;
                    case TagRule.Events e -> false;
                    case TagRule.HasTag h -> false;
                    case TagRule.Not n -> false;
                };
        return compound ? texts.get("rule.group", of(rule)) : of(rule);
    }

    private String number(Value.Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(30);
        return format.format(value.number());
    }
}
