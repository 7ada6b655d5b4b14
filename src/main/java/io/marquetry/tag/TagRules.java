package io.marquetry.tag;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over tag rules. */
public final class TagRules {

    /** Deepest nesting of a rule. */
    public static final int MAX_DEPTH = 50;

    private TagRules() {}

    /** Returns the tags that the rule names directly. */
    public static Set<TagKey> tagsIn(TagRule rule) {
        Set<TagKey> found = new LinkedHashSet<>();
        walk(
                rule,
                part -> {
                    if (part instanceof TagRule.HasTag has) {
                        found.add(has.tag());
                    }
                });
        return found;
    }

    /** Returns whether the rule counts days that end with today. */
    public static boolean countsToday(TagRule rule) {
        boolean[] found = new boolean[1];
        walk(
                rule,
                part ->
                        found[0] |=
                                part instanceof TagRule.InLast
                                        || part instanceof TagRule.Events events
                                                && events.window() instanceof Window.InLast);
        return found[0];
    }

    /** Returns how deep the rule is nested; 1 for a plain comparison. */
    public static int depth(TagRule rule) {
        return switch (rule) {
            case TagRule.All all ->
                    1 + all.rules().stream().mapToInt(TagRules::depth).max().orElse(0);
            case TagRule.Any any ->
                    1 + any.rules().stream().mapToInt(TagRules::depth).max().orElse(0);
            case TagRule.Not not -> 1 + depth(not.rule());
            case TagRule.Events events -> 1 + events.where().map(TagRules::depth).orElse(0);
            case TagRule.Compare c -> 1;
            case TagRule.Between b -> 1;
            case TagRule.InLast l -> 1;
            case TagRule.InList l -> 1;
            case TagRule.Match m -> 1;
            case TagRule.Missing m -> 1;
            case TagRule.HasTag h -> 1;
        };
    }

    /** Returns the rule with other tags in the place of those that it names. */
    public static TagRule withTags(TagRule rule, UnaryOperator<TagKey> keys) {
        return switch (rule) {
            case TagRule.HasTag has -> new TagRule.HasTag(keys.apply(has.tag()));
            case TagRule.All all ->
                    new TagRule.All(all.rules().stream().map(r -> withTags(r, keys)).toList());
            case TagRule.Any any ->
                    new TagRule.Any(any.rules().stream().map(r -> withTags(r, keys)).toList());
            case TagRule.Not not -> new TagRule.Not(withTags(not.rule(), keys));
            // The filter of events names no tags.
            case TagRule.Events events -> events;
            case TagRule.Compare c -> c;
            case TagRule.Between b -> b;
            case TagRule.InLast l -> l;
            case TagRule.InList l -> l;
            case TagRule.Match m -> m;
            case TagRule.Missing m -> m;
        };
    }

    /** Visits the rule and all rules inside it, filters of events included. */
    public static void walk(TagRule rule, Consumer<TagRule> visitor) {
        visitor.accept(rule);
        switch (rule) {
            case TagRule.All all -> all.rules().forEach(r -> walk(r, visitor));
            case TagRule.Any any -> any.rules().forEach(r -> walk(r, visitor));
            case TagRule.Not not -> walk(not.rule(), visitor);
            case TagRule.Events events -> events.where().ifPresent(r -> walk(r, visitor));
            case TagRule.Compare c -> {}
            case TagRule.Between b -> {}
            case TagRule.InLast l -> {}
            case TagRule.InList l -> {}
            case TagRule.Match m -> {}
            case TagRule.Missing m -> {}
            case TagRule.HasTag h -> {}
        }
    }
}
