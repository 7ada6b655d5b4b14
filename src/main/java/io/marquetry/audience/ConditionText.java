package io.marquetry.audience;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition as people type it, in square brackets. Its forms:
 *
 * <pre>
 * [city = "Shanghai"]   also !=  &lt;  &lt;=  &gt;  &gt;=
 * [age between 30 and 39]
 * [birthday in the last 30 days]   these and today: weeks, months, years as well
 * [city in ("Shanghai", "Beijing")]
 * [city contains "hai"]  [city starts with "Sh"]  [city ends with "ai"]
 * [city is missing]
 * </pre>
 *
 * <p>Values are numbers, texts in quotes, true and false, days and times as in ISO 8601, and days
 * that lie back: {@code 30 days ago}. A field whose name is not a plain word stands in quotes.
 * Within quotes a backslash comes before a quote and before a backslash.
 */
public final class ConditionText {

    /** A name that needs no quotes. */
    static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]*");

    private ConditionText() {}

    /** Writes a condition with its brackets; read again it is the same. */
    public static String write(TagRule.OnField rule) {
        String field = field(rule.field());
        return "["
                + switch (rule) {
                    case TagRule.Compare c ->
                            field + " " + sign(c.comparison()) + " " + value(c.value());
                    case TagRule.Between b ->
                            field + " between " + value(b.low()) + " and " + value(b.high());
                    case TagRule.InLast l ->
                            field
                                    + " in the last "
                                    + l.length().amount()
                                    + " "
                                    + l.length().unit().name().toLowerCase(Locale.ROOT);
                    case TagRule.InList l ->
                            l.values().stream()
                                    .map(ConditionText::value)
                                    .collect(Collectors.joining(", ", field + " in (", ")"));
                    case TagRule.Match m -> field + " " + word(m.part()) + " " + quoted(m.text());
                    case TagRule.Missing m -> field + " is missing";
                }
                + "]";
    }

    /** Returns how a comparison is typed. */
    static String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case GREATER -> ">";
            case AT_LEAST -> ">=";
        };
    }

    /** Returns how a search within a text is typed. */
    static String word(TagRule.Part part) {
        return switch (part) {
            case CONTAINS -> "contains";
            case STARTS_WITH -> "starts with";
            case ENDS_WITH -> "ends with";
        };
    }

    private static String field(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Number n -> n.number().toPlainString();
            case Value.Text t -> quoted(t.text());
            case Value.Day d -> d.day().toString();
            case Value.Moment m -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(m.moment());
            case Value.Truth t -> t.truth() ? "true" : "false";
            case Value.Ago a ->
                    a.amount() + " " + a.unit().name().toLowerCase(Locale.ROOT) + " ago";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
