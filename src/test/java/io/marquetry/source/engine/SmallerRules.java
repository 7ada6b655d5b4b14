package io.marquetry.source.engine;

import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing rule small enough to read. */
public final class SmallerRules {

    private SmallerRules() {}

    /** Returns a rule that still fails although each next smaller one does not. */
    public static TagRule smallest(TagRule failing, Predicate<TagRule> fails) {
        for (TagRule smaller : smaller(failing)) {
            if (fails.test(smaller)) {
                return smallest(smaller, fails);
            }
        }
        return failing;
    }

    private static List<TagRule> smaller(TagRule rule) {
        List<TagRule> found = new ArrayList<>();
        switch (rule) {
            case TagRule.Not not -> {
                found.add(not.rule());
                smaller(not.rule()).forEach(r -> found.add(new TagRule.Not(r)));
            }
            case TagRule.All all -> {
                found.addAll(all.rules());
                without(all.rules()).forEach(rest -> found.add(new TagRule.All(rest)));
            }
            case TagRule.Any any -> {
                found.addAll(any.rules());
                without(any.rules()).forEach(rest -> found.add(new TagRule.Any(rest)));
            }
            case TagRule.Events e -> {
                if (e.where().isPresent()) {
                    found.add(with(e, Optional.empty()));
                    smaller(e.where().get()).forEach(r -> found.add(with(e, Optional.of(r))));
                }
            }
            case TagRule.InList l -> {
                for (int i = 0; i < l.values().size() && l.values().size() > 1; i++) {
                    found.add(new TagRule.InList(l.field(), List.of(l.values().get(i))));
                }
            }
            case TagRule.Compare c -> {}
            case TagRule.Between b -> {}
            case TagRule.InLast l -> {}
            case TagRule.Match m -> {}
            case TagRule.Missing m -> {}
            case TagRule.HasTag h -> {}
        }
        return found;
    }

    private static List<List<TagRule>> without(List<TagRule> rules) {
        List<List<TagRule>> found = new ArrayList<>();
        for (int i = 0; i < rules.size() && rules.size() > 1; i++) {
            List<TagRule> rest = new ArrayList<>(rules);
            rest.remove(i);
            found.add(rest);
        }
        return found;
    }

    private static TagRule with(TagRule.Events e, Optional<TagRule> where) {
        return new TagRule.Events(
                e.stream(),
                e.aggregate(),
                e.measure(),
                e.window(),
                where,
                e.comparison(),
                e.value());
    }
}
