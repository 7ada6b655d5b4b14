package io.marquetry.source.check;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether rules and expressions can be asked of a source: attributes that are gone, values of
 * another type, tags that are missing or rest on themselves. Each finding is a sentence that names
 * tag, attribute and source, and how to mend it.
 */
public final class RuleCheck {

    private final String source;
    private final ProfileModel model;
    private final TagCatalog tags;

    /**
     * Makes a check against one source.
     *
     * @param source what people call the source
     * @param tags the tags that rules may name
     */
    public RuleCheck(String source, ProfileModel model, TagCatalog tags) {
        this.source = source;
        this.model = model;
        this.tags = tags;
    }

    /**
     * Makes a check against one source.
     *
     * @param tags the tags that rules may name
     */
    public RuleCheck(ProfileSource source, TagCatalog tags) {
        this(source.title(), source.model(), tags);
    }

    /** Returns what is wrong with a rule that is no tag's yet; empty where it can be counted. */
    public List<Problem> problems(TagRule rule) {
        return problems(Optional.empty(), rule);
    }

    /** Returns what is wrong with a tag's rule, and with those of the tags it rests on. */
    public List<Problem> problems(Tag tag) {
        return tag.rule().map(rule -> problems(Optional.of(tag.key()), rule)).orElse(List.of());
    }

    /** Returns what is wrong with an expression and the tags in it. */
    public List<Problem> problems(AudienceExpression expression) {
        if (Expressions.depth(expression) > AudienceExpression.MAX_DEPTH) {
            return List.of(Problem.of("problem.expression.tooDeep", AudienceExpression.MAX_DEPTH));
        }
        LinkedHashSet<Problem> found = new LinkedHashSet<>();
        for (TagKey key : Expressions.tagsIn(expression)) {
            try {
                tags.rule(key);
                found.addAll(problems(tags.closure(List.of(key))));
            } catch (ProblemException e) {
                found.add(e.problem());
            }
        }
        for (TagRule condition : Expressions.conditionsIn(expression)) {
            found.addAll(own(Optional.empty(), condition));
        }
        if (found.isEmpty()) {
            RuleExtent.of(expression, tags).refusal().ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private List<Problem> problems(Optional<TagKey> tag, TagRule rule) {
        LinkedHashSet<Problem> found = new LinkedHashSet<>(own(tag, rule));
        try {
            // With the rule as it is being edited, so that a cycle through it is seen.
            TagCatalog edited =
                    tag.flatMap(tags::find).map(t -> tags.with(withRule(t, rule))).orElse(tags);
            List<TagKey> roots =
                    tag.filter(key -> edited.find(key).isPresent())
                            .map(List::of)
                            .orElseGet(() -> List.copyOf(TagRules.tagsIn(rule)));
            for (Tag needed : edited.closure(roots)) {
                if (!needed.key().equals(tag.orElse(null))) {
                    needed.rule().ifPresent(r -> found.addAll(own(Optional.of(needed.key()), r)));
                }
            }
            if (found.isEmpty()) {
                RuleExtent.of(rule, edited).refusal().ifPresent(found::add);
            }
        } catch (ProblemException e) {
            if (found.isEmpty()) {
                found.add(e.problem());
            }
        }
        return List.copyOf(found);
    }

    private List<Problem> problems(List<Tag> closure) {
        List<Problem> found = new ArrayList<>();
        for (Tag tag : closure) {
            tag.rule().ifPresent(rule -> found.addAll(own(Optional.of(tag.key()), rule)));
        }
        return found;
    }

    private List<Problem> own(Optional<TagKey> tag, TagRule rule) {
        RuleFindings findings = new RuleFindings(tag, source);
        if (TagRules.depth(rule) > TagRules.MAX_DEPTH) {
            findings.add("problem.rule.tooDeep", TagRules.MAX_DEPTH);
            return findings.all();
        }
        new RuleWalk(model, tags, findings).profile(rule);
        return findings.all();
    }

    private static Tag withRule(Tag tag, TagRule rule) {
        return new Tag(
                tag.key(),
                tag.category(),
                tag.name(),
                tag.topic(),
                tag.description(),
                Optional.of(rule),
                tag.asset());
    }
}
