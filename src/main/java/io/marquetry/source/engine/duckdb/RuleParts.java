package io.marquetry.source.engine.duckdb;

import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;

/** Takes rules apart into rules that are asked by themselves, and puts the answers together. */
final class RuleParts {

    // Comparisons of one rule that are asked one by one: each costs memory and a bit of each row.
    private static final int MANY = 32;

    private final TagCatalog tags;
    private final Map<TagKey, Boolean> known = new HashMap<>();

    RuleParts(TagCatalog tags) {
        this.tags = tags;
    }

    /** Returns whether a rule asks for events. */
    boolean hasEvents(TagRule rule) {
        return switch (rule) {
            case TagRule.Events events -> true;
            case TagRule.HasTag has -> {
                Boolean found = known.get(has.tag());
                if (found == null) {
                    found = hasEvents(tags.rule(has.tag()));
                    known.put(has.tag(), found);
                }
                yield found;
            }
            case TagRule.All all -> all.rules().stream().anyMatch(this::hasEvents);
            case TagRule.Any any -> any.rules().stream().anyMatch(this::hasEvents);
            case TagRule.Not not -> hasEvents(not.rule());
            case TagRule.Compare c -> false;
            case TagRule.Between b -> false;
            case TagRule.InLast l -> false;
            case TagRule.InList l -> false;
            case TagRule.Match m -> false;
            case TagRule.Missing m -> false;
        };
    }

    /**
     * Returns what to ask to answer a rule: its comparisons, which other rules may share; where
     * these are many, its event rules and what lies between them; where these are too many to be
     * held, the rule itself.
     *
     * @param most how many answers may be held
     */
    Set<TagRule> of(TagRule rule, long most) {
        Set<TagRule> parts = new LinkedHashSet<>();
        collect(rule, true, parts, new HashSet<>());
        if (parts.size() > Math.min(MANY, most)) {
            parts.clear();
            collect(rule, false, parts, new HashSet<>());
        }
        return parts.size() > most ? Set.of(rule) : parts;
    }

    /**
     * Returns who satisfies a rule.
     *
     * @param answers who satisfies its parts, one bit per profile; not changed
     * @param profiles how many there are; bits behind the last stay 0
     */
    long[] join(TagRule rule, Map<TagRule, long[]> answers, long profiles) {
        return new Joining(answers, profiles).of(rule);
    }

    private void collect(TagRule rule, boolean fine, Set<TagRule> parts, Set<TagKey> seen) {
        if (isPart(rule, fine)) {
            parts.add(rule);
            return;
        }
        switch (rule) {
            case TagRule.HasTag has -> {
                if (seen.add(has.tag())) {
                    collect(tags.rule(has.tag()), fine, parts, seen);
                }
            }
            case TagRule.All all ->
                    together(all.rules(), TagRule.All::new)
                            .forEach(part -> collect(part, fine, parts, seen));
            case TagRule.Any any ->
                    together(any.rules(), TagRule.Any::new)
                            .forEach(part -> collect(part, fine, parts, seen));
            case TagRule.Not not -> collect(not.rule(), fine, parts, seen);
            case TagRule.Events e -> throw whole(e);
            case TagRule.Compare c -> throw whole(c);
            case TagRule.Between b -> throw whole(b);
            case TagRule.InLast l -> throw whole(l);
            case TagRule.InList l -> throw whole(l);
            case TagRule.Match m -> throw whole(m);
            case TagRule.Missing m -> throw whole(m);
        }
    }

    private boolean isPart(TagRule rule, boolean fine) {
        return switch (rule) {
            case TagRule.Events e -> true;
            case TagRule.Compare c -> true;
            case TagRule.Between b -> true;
            case TagRule.InLast l -> true;
            case TagRule.InList l -> true;
            case TagRule.Match m -> true;
            case TagRule.Missing m -> true;
            case TagRule.All all -> all.rules().isEmpty() || !fine && !hasEvents(rule);
            case TagRule.Any any -> any.rules().isEmpty() || !fine && !hasEvents(rule);
            case TagRule.HasTag has -> !fine && !hasEvents(rule);
            case TagRule.Not not -> !fine && !hasEvents(rule);
        };
    }

    /** Puts those members that have no events together, where others have. */
    private List<TagRule> together(List<TagRule> members, Group group) {
        List<TagRule> without = members.stream().filter(m -> !hasEvents(m)).toList();
        if (without.size() < 2 || without.size() == members.size()) {
            return members;
        }
        List<TagRule> all = new ArrayList<>(members.stream().filter(this::hasEvents).toList());
        all.add(group.of(without));
        return all;
    }

    private static IllegalStateException whole(TagRule rule) {
        return new IllegalStateException("cannot be taken apart: " + rule);
    }

    @FunctionalInterface
    private interface Group {
        TagRule of(List<TagRule> members);
    }

    /** One putting together; looks at each tag once. */
    private final class Joining {

        private final Map<TagRule, long[]> answers;
        private final long profiles;
        private final Map<TagKey, long[]> found = new HashMap<>();

        private Joining(Map<TagRule, long[]> answers, long profiles) {
            this.answers = answers;
            this.profiles = profiles;
        }

        private long[] of(TagRule rule) {
            long[] answer = answers.get(rule);
            if (answer != null) {
                return answer;
            }
            return switch (rule) {
                case TagRule.HasTag has -> {
                    long[] members = found.get(has.tag());
                    if (members == null) {
                        members = of(tags.rule(has.tag()));
                        found.put(has.tag(), members);
                    }
                    yield members;
                }
                case TagRule.All all ->
                        together(all.rules(), TagRule.All::new, (own, other) -> own & other);
                case TagRule.Any any ->
                        together(any.rules(), TagRule.Any::new, (own, other) -> own | other);
                case TagRule.Not not -> complement(of(not.rule()));
                case TagRule.Events e -> throw whole(e);
                case TagRule.Compare c -> throw whole(c);
                case TagRule.Between b -> throw whole(b);
                case TagRule.InLast l -> throw whole(l);
                case TagRule.InList l -> throw whole(l);
                case TagRule.Match m -> throw whole(m);
                case TagRule.Missing m -> throw whole(m);
            };
        }

        private long[] together(List<TagRule> members, Group group, LongBinaryOperator joined) {
            List<long[]> parts =
                    RuleParts.this.together(members, group).stream().map(this::of).toList();
            long[] all = parts.getFirst().clone();
            for (long[] part : parts.subList(1, parts.size())) {
                for (int i = 0; i < all.length; i++) {
                    all[i] = joined.applyAsLong(all[i], part[i]);
                }
            }
            return all;
        }

        private long[] complement(long[] members) {
            long[] others = new long[members.length];
            for (int i = 0; i < others.length; i++) {
                others[i] = ~members[i];
            }
            if (profiles % Long.SIZE != 0) {
                others[others.length - 1] &= (1L << profiles) - 1;
            }
            return others;
        }
    }
}
