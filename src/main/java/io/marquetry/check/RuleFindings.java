package io.marquetry.check;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ConditionText;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.effect.stats.Power;
import io.marquetry.tag.Category;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Whether the rules of a package agree with one another, and its holdout shows anything. */
final class RuleFindings {

    /** What only one rule can say, by the facts in which rules say it. */
    private static final List<List<String>> ONCE =
            List.of(
                    List.of("holdout_percent"),
                    List.of("max_contacts", "per_days"),
                    List.of("count", "days"),
                    List.of("quiet_from", "quiet_to"),
                    List.of("from", "to"),
                    List.of("budget"));

    private RuleFindings() {}

    /** Returns which rules say the contrary of one another. */
    static List<Found> contrary(Subject of) {
        List<Found> found = new ArrayList<>();
        List<Asset> rules = of.assets(Category.RULE);
        for (List<String> facts : ONCE) {
            List<Asset> saying =
                    rules.stream()
                            .filter(rule -> rule.facts().containsKey(facts.getFirst()))
                            .toList();
            for (int i = 1; i < saying.size(); i++) {
                Asset one = saying.getFirst();
                Asset other = saying.get(i);
                if (!said(one, facts).equals(said(other, facts))) {
                    found.add(
                            Found.of(
                                    CheckKind.RULES,
                                    other.key().value(),
                                    Problem.of(
                                            "problem.check.contrary",
                                            one.name(),
                                            String.join(" – ", said(one, facts)),
                                            other.name(),
                                            String.join(" – ", said(other, facts)))));
                }
            }
        }
        for (Leaf leaf : excluded(of.pack().audience())) {
            Object name =
                    switch (leaf) {
                        case TagRef ref -> PackageFindings.name(of, ref.tag());
                        case Condition condition -> ConditionText.write(condition.rule());
                    };
            found.add(Found.of(CheckKind.RULES, Problem.of("problem.check.never", name)));
        }
        return found;
    }

    private static List<String> said(Asset rule, List<String> facts) {
        return facts.stream().map(fact -> rule.facts().getOrDefault(fact, "?")).toList();
    }

    /** Returns what an audience both asks for and leaves out. */
    private static Set<Leaf> excluded(AllOf audience) {
        Set<Leaf> asked = new LinkedHashSet<>();
        Set<Leaf> left = new LinkedHashSet<>();
        collect(audience, asked, left);
        asked.retainAll(left);
        return asked;
    }

    private static void collect(AllOf all, Set<Leaf> asked, Set<Leaf> left) {
        for (AudienceExpression member : all.members()) {
            switch (member) {
                case Leaf leaf -> asked.add(leaf);
                case AllOf inner -> collect(inner, asked, left);
                case Except except ->
                        except.members().stream()
                                .filter(Leaf.class::isInstance)
                                .map(Leaf.class::cast)
                                .forEach(left::add);
                case AnyOf any -> {
                    Set<Leaf> leaves = Expressions.leavesIn(any);
                    if (any.members().size() == 1 && leaves.size() == 1) {
                        asked.addAll(leaves);
                    }
                }
            }
        }
    }

    /** Returns whether the holdout is there, and shows an effect worth having. */
    static List<Found> holdout(Subject of, CheckRules rules) {
        if (of.holdout() == 0) {
            return List.of(Found.of(CheckKind.HOLDOUT, Problem.of("problem.warning.noHoldout")));
        }
        OptionalDouble rise = rise(of, rules);
        if (rise.isPresent() && rise.getAsDouble() <= rules.worthwhile()) {
            return List.of();
        }
        Problem what =
                rise.isPresent()
                        ? Problem.of(
                                "problem.check.holdout",
                                of.held(),
                                rise.getAsDouble() * 100,
                                rules.worthwhile() * 100,
                                rules.base() * 100)
                        : Problem.of("problem.check.holdoutTiny", of.held());
        return List.of(Found.of(CheckKind.HOLDOUT, what));
    }

    /** Returns the smallest rise that the holdout would show. */
    static OptionalDouble rise(Subject of, CheckRules rules) {
        return of.treated() < 2 || of.held() < 2
                ? OptionalDouble.empty()
                : Power.OF_80.detectableRise(rules.base(), of.treated(), of.held());
    }
}
