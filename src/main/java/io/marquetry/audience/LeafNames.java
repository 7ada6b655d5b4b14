package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Texts;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.TagKey;

import java.util.function.Function;

/** What the rows of an audience are called: tags by their names, conditions by what they say. */
public final class LeafNames {

    private final RuleWords rules;
    private final Function<TagKey, String> tags;

    /**
     * Names rows in the language of the texts.
     *
     * @param tags what tags are called
     */
    public LeafNames(Texts texts, Function<TagKey, String> tags) {
        this.rules = new RuleWords(texts);
        this.tags = tags;
    }

    /** Returns what a row is called, for example “Gold members” or “city is “Shanghai””. */
    public String of(Leaf leaf) {
        return switch (leaf) {
            case TagRef ref -> tags.apply(ref.tag());
            case Condition condition -> rules.of(condition.rule());
        };
    }
}
