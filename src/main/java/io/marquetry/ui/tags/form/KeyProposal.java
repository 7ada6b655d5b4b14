package io.marquetry.ui.tags.form;

import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Proposes a key for a new tag from what is known of it: its rule first, then its name. */
final class KeyProposal {

    private static final int MAX_DIMENSION = 20;
    private static final int MAX_ATTRIBUTE = 24;
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "the", "of", "on", "in", "at", "to", "for", "and", "or", "with");

    private KeyProposal() {}

    /** Returns a well-formed key: “channel is Web” gives user_channel_web. It may be taken. */
    static String of(Category category, Optional<TagRule> rule, String name) {
        List<String> words = words(name);
        String dimension = rule.map(KeyProposal::subject).map(KeyProposal::latin).orElse("");
        String attribute = rule.map(KeyProposal::asked).map(KeyProposal::latin).orElse("");
        if (dimension.isEmpty() && !words.isEmpty()) {
            dimension = words.removeFirst();
        }
        if (attribute.isEmpty()) {
            attribute = String.join("", words);
        }
        return NamingStandard.usualType(category)
                + "_"
                + cut(begun(dimension.isEmpty() ? "group" : dimension), MAX_DIMENSION)
                + "_"
                + cut(attribute.isEmpty() ? "one" : attribute, MAX_ATTRIBUTE);
    }

    /** Returns what a rule looks at; of several conditions the first tells. */
    private static String subject(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare one -> one.field();
            case TagRule.Between one -> one.field();
            case TagRule.InLast one -> one.field();
            case TagRule.InList one -> one.field();
            case TagRule.Match one -> one.field();
            case TagRule.Missing one -> one.field();
            case TagRule.Events one -> one.stream();
            case TagRule.HasTag one -> dimension(one.tag());
            case TagRule.All all -> subject(all.rules().getFirst());
            case TagRule.Any any -> subject(any.rules().getFirst());
            case TagRule.Not not -> subject(not.rule());
        };
    }

    private static String dimension(TagKey key) {
        return key.value().split("_", -1)[1];
    }

    /** Returns what a rule asks for; empty where that has no short word. */
    private static String asked(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare one -> side(one.comparison()) + word(one.value());
            case TagRule.Between one -> word(one.low()) + "to" + word(one.high());
            case TagRule.InLast one ->
                    "in" + one.length().amount() + one.length().unit().name().substring(0, 1);
            case TagRule.InList one ->
                    one.values().size() == 1 ? word(one.values().getFirst()) : "";
            case TagRule.Match one -> one.text();
            case TagRule.Missing _ -> "missing";
            case TagRule.Events one -> side(one.comparison()) + word(one.value());
            case TagRule.HasTag one -> one.tag().value().split("_", -1)[2];
            case TagRule.All _, TagRule.Any _ -> "";
            case TagRule.Not not -> {
                String inner = asked(not.rule());
                yield inner.isEmpty() ? "" : "not" + inner;
            }
        };
    }

    private static String side(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "";
            case NOT_EQUAL -> "not";
            case LESS -> "below";
            case AT_MOST -> "to";
            case GREATER -> "over";
            case AT_LEAST -> "from";
        };
    }

    private static String word(Value value) {
        return switch (value) {
            case Value.Number number ->
                    number.number().toPlainString().replace("-", "m").replace('.', 'p');
            case Value.Text text -> text.text();
            case Value.Day day -> day.day().toString();
            case Value.Moment moment -> moment.moment().toString();
            case Value.Truth truth -> truth.truth() ? "yes" : "no";
            case Value.Ago ago -> ago.amount() + ago.unit().name().substring(0, 1);
        };
    }

    private static List<String> words(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        return new ArrayList<>(
                Arrays.stream(plain.split("[^a-z0-9]+"))
                        .filter(word -> !word.isEmpty() && !SMALL_WORDS.contains(word))
                        .toList());
    }

    private static String latin(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "");
    }

    private static String begun(String dimension) {
        return Character.isLetter(dimension.charAt(0)) ? dimension : "d" + dimension;
    }

    private static String cut(String part, int length) {
        return part.length() <= length ? part : part.substring(0, length);
    }
}
