package io.marquetry.source.engine;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** How an index comes from one state to the next; each begins where the one before ends. */
enum IndexStep {
    /** The source has other people. */
    REFRESH(0),
    /** One more tag, in the order in use. */
    TAG(1),
    /** So many more tags that the next start finds another order. */
    ORDER(2);

    /** Tags of any rules, before and after the last step. */
    private static final int FEW = 10;

    private static final int ANY = 16;

    private static final int CITIES = 16;

    /** Steps before. */
    private final int before;

    IndexStep(int before) {
        this.before = before;
    }

    /** Returns the tags before. */
    TagCatalog before(long seed) {
        return TestTags.catalog(rules(seed, before));
    }

    /** Returns the tags afterwards. */
    TagCatalog after(long seed) {
        return TestTags.catalog(rulesAfter(seed));
    }

    /** Returns what the tags afterwards mean. */
    Map<TagKey, TagRule> rulesAfter(long seed) {
        return rules(seed, before + 1);
    }

    /** Returns how many sets and orders are written at least, if all have another name. */
    int files(long seed) {
        int more = rulesAfter(seed).size() - rules(seed, before).size();
        return switch (this) {
            case REFRESH -> rulesAfter(seed).size() * 2;
            case TAG -> 1;
            case ORDER -> more + rulesAfter(seed).size();
        };
    }

    /** Returns what tags mean before the first step. */
    static Map<TagKey, TagRule> rulesAtFirst(long seed) {
        return rules(seed, 0);
    }

    private static Map<TagKey, TagRule> rules(long seed, int steps) {
        Map<TagKey, TagRule> rules = new LinkedHashMap<>();
        for (int i = 0; i < CITIES; i++) {
            Value.Text text = new Value.Text(RandomRows.TEXTS.get(i));
            rules.put(key("city", i), new TagRule.Compare("city", Comparison.LESS, text));
        }
        for (int value = -3; value < 6; value++) {
            rules.put(key("whole", value), number("whole", Comparison.AT_LEAST, value));
        }
        Map<TagKey, TagRule> some =
                new RandomRules(new Random(seed), RandomRows.MODEL).tags(steps > 2 ? ANY : FEW);
        some.entrySet().stream()
                .limit(steps == 2 ? FEW : steps > 2 ? ANY : FEW - 1)
                .forEach(tag -> rules.put(tag.getKey(), tag.getValue()));
        if (steps > 2) {
            for (int value = -3; value < 6; value++) {
                rules.put(key("amount", value), number("amount", Comparison.LESS, value));
            }
            for (int back = 1; back <= 12; back++) {
                Value.Ago ago = new Value.Ago(10 * back, Value.Unit.DAYS);
                rules.put(key("born", back), new TagRule.Compare("born", Comparison.LESS, ago));
                rules.put(key("seen", back), new TagRule.Compare("seen", Comparison.LESS, ago));
            }
        }
        return rules;
    }

    private static TagKey key(String field, int number) {
        return new TagKey("user_" + field + "_n" + (number + 5));
    }

    private static TagRule number(String field, Comparison comparison, int value) {
        return new TagRule.Compare(field, comparison, new Value.Number(BigDecimal.valueOf(value)));
    }
}
