package io.marquetry.sample.generated;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Short words for the rules of the sample's tags. */
final class Conditions {

    static final Window ALWAYS = new Window.Always();

    private Conditions() {}

    static TagRule is(String field, String text) {
        return compare(field, Comparison.EQUAL, new Value.Text(text));
    }

    static TagRule is(String field, boolean truth) {
        return compare(field, Comparison.EQUAL, new Value.Truth(truth));
    }

    static TagRule compare(String field, Comparison comparison, String number) {
        return compare(field, comparison, number(number));
    }

    static TagRule compare(String field, Comparison comparison, Value value) {
        return new TagRule.Compare(field, comparison, value);
    }

    static TagRule between(String field, String low, String high) {
        return new TagRule.Between(field, number(low), number(high));
    }

    static TagRule oneOf(String field, Collection<String> texts) {
        return new TagRule.InList(
                field, texts.stream().map(text -> (Value) new Value.Text(text)).toList());
    }

    static TagRule missing(String field) {
        return new TagRule.Missing(field);
    }

    static TagRule has(String tag) {
        return new TagRule.HasTag(new TagKey(tag));
    }

    static TagRule all(TagRule... rules) {
        return new TagRule.All(Arrays.asList(rules));
    }

    static TagRule any(TagRule... rules) {
        return new TagRule.Any(Arrays.asList(rules));
    }

    static TagRule not(TagRule rule) {
        return new TagRule.Not(rule);
    }

    /** Returns the rule that so many purchases were made. */
    static TagRule count(Window window, Optional<TagRule> where, Comparison comparison, int many) {
        return events(TagRule.Aggregate.COUNT, Optional.empty(), window, where, comparison, many);
    }

    /** Returns the rule that a measure of the purchases adds up to so much. */
    static TagRule sum(String measure, Window window, Optional<TagRule> where, int much) {
        return events(
                TagRule.Aggregate.SUM,
                Optional.of(measure),
                window,
                where,
                Comparison.AT_LEAST,
                much);
    }

    /** Returns the rule that the dearest purchase was so dear. */
    static TagRule dearest(Window window, int much) {
        return events(
                TagRule.Aggregate.MAX,
                Optional.of("amount"),
                window,
                Optional.empty(),
                Comparison.AT_LEAST,
                much);
    }

    /** Returns the rule that the latest purchase was on or before the day, or on or after it. */
    static TagRule latest(Comparison comparison, Value.Ago day) {
        return new TagRule.Events(
                GeneratedRows.PURCHASES,
                TagRule.Aggregate.LATEST,
                Optional.empty(),
                ALWAYS,
                Optional.empty(),
                comparison,
                day);
    }

    static Value.Ago days(int amount) {
        return new Value.Ago(amount, Value.Unit.DAYS);
    }

    static Window last(int days) {
        return new Window.Last(days(days));
    }

    static List<String> values(List<Word> words) {
        return words.stream().map(Word::value).toList();
    }

    private static TagRule events(
            TagRule.Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where,
            Comparison comparison,
            int value) {
        return new TagRule.Events(
                GeneratedRows.PURCHASES,
                aggregate,
                measure,
                window,
                where,
                comparison,
                number(Integer.toString(value)));
    }

    private static Value.Number number(String number) {
        return new Value.Number(new BigDecimal(number));
    }
}
