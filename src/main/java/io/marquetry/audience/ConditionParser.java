package io.marquetry.audience;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one condition, from behind its opening bracket; the forms are those of ConditionText. */
final class ConditionParser {

    private static final Pattern SIGN = Pattern.compile("!=|<>|<=|>=|[=<>≠≤≥＝＜＞]");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern AGO =
            Pattern.compile(
                    "(\\d{1,9})\\s+(day|week|month|year)s?\\s+ago\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_LAST =
            Pattern.compile(
                    "the\\s+last\\s+(\\d{1,9})\\s+(day|week|month|year)s?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final String text;
    private int at;

    /**
     * Prepares to read.
     *
     * @param from behind the opening bracket
     */
    ConditionParser(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Returns the place behind the closing bracket, once all is read. */
    int end() {
        return at;
    }

    TagRule.OnField parse() {
        String field = field();
        TagRule.OnField rule = test(field);
        skip();
        if (at == text.length() || "]］】".indexOf(text.charAt(at)) < 0) {
            throw refuse("problem.condition.unclosed");
        }
        at++;
        return rule;
    }

    private String field() {
        skip();
        Optional<String> name = quoted().or(() -> take(ConditionText.PLAIN));
        return name.filter(n -> !n.isEmpty())
                .orElseThrow(() -> refuse("problem.condition.fieldExpected"));
    }

    private TagRule.OnField test(String field) {
        skip();
        Optional<String> sign = take(SIGN);
        if (sign.isPresent()) {
            return new TagRule.Compare(field, comparison(sign.get()), value());
        }
        if (word("is")) {
            expect("missing");
            return new TagRule.Missing(field);
        }
        if (word("between")) {
            Value low = value();
            expect("and");
            return new TagRule.Between(field, low, value());
        }
        if (word("in")) {
            Optional<Span> span = span();
            if (span.isPresent()) {
                return new TagRule.InLast(field, span.get());
            }
            return new TagRule.InList(field, values());
        }
        if (word("contains")) {
            return new TagRule.Match(field, TagRule.Part.CONTAINS, plainText());
        }
        if (word("starts")) {
            expect("with");
            return new TagRule.Match(field, TagRule.Part.STARTS_WITH, plainText());
        }
        if (word("ends")) {
            expect("with");
            return new TagRule.Match(field, TagRule.Part.ENDS_WITH, plainText());
        }
        throw refuse("problem.condition.testExpected");
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case "=", "＝" -> Comparison.EQUAL;
            case "<", "＜" -> Comparison.LESS;
            case "<=", "≤" -> Comparison.AT_MOST;
            case ">", "＞" -> Comparison.GREATER;
            case ">=", "≥" -> Comparison.AT_LEAST;
            default -> Comparison.NOT_EQUAL;
        };
    }

    private List<Value> values() {
        if (!sign("(（")) {
            throw refuse("problem.condition.listExpected");
        }
        List<Value> values = new ArrayList<>(List.of(value()));
        while (sign(",，、")) {
            values.add(value());
        }
        if (!sign(")）")) {
            throw refuse("problem.condition.listUnclosed");
        }
        return values;
    }

    /** Reads a value; a word without quotes is a text. */
    private Value value() {
        skip();
        int begun = at;
        Optional<String> text = quoted();
        if (text.isPresent()) {
            return new Value.Text(text.get());
        }
        try {
            return moment().or(this::day)
                    .or(this::ago)
                    .or(this::number)
                    .or(this::word)
                    .orElseThrow(() -> refuse("problem.condition.valueExpected"));
        } catch (IllegalArgumentException | DateTimeException e) {
            at = begun;
            throw refuse("problem.condition.valueWrong");
        }
    }

    private Optional<Value> moment() {
        return take(MOMENT).map(found -> new Value.Moment(LocalDateTime.parse(found)));
    }

    private Optional<Value> day() {
        return take(DAY).map(found -> new Value.Day(LocalDate.parse(found)));
    }

    private Optional<Value> ago() {
        Matcher found = matcher(AGO);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        Value.Unit unit = Value.Unit.valueOf(found.group(2).toUpperCase(Locale.ROOT) + "S");
        Value ago = new Value.Ago(Integer.parseInt(found.group(1)), unit);
        at = found.end();
        return Optional.of(ago);
    }

    private Optional<Span> span() {
        skip();
        Matcher found = matcher(IN_LAST);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        int begun = at;
        Value.Unit unit = Value.Unit.valueOf(found.group(2).toUpperCase(Locale.ROOT) + "S");
        try {
            Span span = new Span(Integer.parseInt(found.group(1)), unit);
            at = found.end();
            return Optional.of(span);
        } catch (IllegalArgumentException e) {
            at = begun;
            throw refuse("problem.condition.valueWrong");
        }
    }

    private Optional<Value> number() {
        return take(NUMBER).map(found -> new Value.Number(new BigDecimal(found)));
    }

    private Optional<Value> word() {
        return take(ConditionText.PLAIN)
                .map(
                        found ->
                                switch (found.toLowerCase(Locale.ROOT)) {
                                    case "true" -> new Value.Truth(true);
                                    case "false" -> new Value.Truth(false);
                                    default -> new Value.Text(found);
                                });
    }

    private String plainText() {
        skip();
        return quoted().or(() -> take(ConditionText.PLAIN))
                .orElseThrow(() -> refuse("problem.condition.valueExpected"));
    }

    /** Reads what stands in quotes; empty where none begin here. */
    private Optional<String> quoted() {
        if (at == text.length() || "\"“”".indexOf(text.charAt(at)) < 0) {
            return Optional.empty();
        }
        boolean plain = text.charAt(at) == '"';
        StringBuilder read = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (plain ? c == '"' : c == '”') {
                at = i + 1;
                return Optional.of(read.toString());
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
            }
            read.append(text.charAt(i));
        }
        throw refuse("problem.condition.quoteUnclosed");
    }

    private void expect(String word) {
        if (!word(word)) {
            throw Problem.of("problem.condition.wordExpected", at + 1, word).asException();
        }
    }

    private boolean word(String word) {
        skip();
        Matcher found = matcher(ConditionText.PLAIN);
        if (!found.lookingAt() || !found.group().equalsIgnoreCase(word)) {
            return false;
        }
        at = found.end();
        return true;
    }

    private boolean sign(String signs) {
        skip();
        if (at == text.length() || signs.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        at++;
        return true;
    }

    private Optional<String> take(Pattern pattern) {
        Matcher found = matcher(pattern);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        at = found.end();
        return Optional.of(found.group());
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void skip() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
    }

    private ProblemException refuse(String key) {
        return Problem.of(key, at + 1).asException();
    }
}
