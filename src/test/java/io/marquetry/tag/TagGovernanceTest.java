package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagFinding.Severity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

class TagGovernanceTest {

    private static final LocalizedText NAME = LocalizedText.of("name", "名");
    private static final TagRule RULE = new TagRule.Missing("x");

    @Test
    void aTypeOfAnotherCategoryIsRefused() {
        assertThat(refusal(tag("coupon_value_50", RULE))).isEqualTo("problem.tag.typeOfAnother");
    }

    @Test
    void aRuleThatRestsOnItselfIsRefused() {
        Tag first = tag("user_a_one", has("user_b_one"));
        assertThat(refusal(first, tag("user_b_one", has("user_a_one"))))
                .isEqualTo("problem.tag.cycle");
        assertThat(refusal(tag("user_a_one", has("user_a_one")))).isEqualTo("problem.tag.cycle");
    }

    @Test
    void aRuleOnAMissingTagIsRefused() {
        assertThat(refusal(tag("user_a_one", has("user_b_one")))).isEqualTo("problem.tag.unknown");
    }

    @Test
    void aChainOfTenThousandTagsIsNoCycle() {
        Tag[] chain = new Tag[10_000];
        chain[0] = tag("user_chain_0", RULE);
        for (int i = 1; i < chain.length; i++) {
            chain[i] = tag("user_chain_" + i, has("user_chain_" + (i - 1)));
        }
        TagCatalog tags = new TagCatalog(List.of(chain));

        assertThat(tags.closure(List.of(chain[9_999].key()))).containsExactly(chain);
    }

    @Test
    void lintNamesWhatBreaksTheStandard() {
        Tag gold = tag("user_level_gold", RULE);
        Tag same = tag("user_level_same", RULE);
        Tag odd = tag("odd_level_gold", new TagRule.Missing("y"));
        Asset sms =
                new Asset(
                        "sms_long",
                        Asset.Kind.SMS_TEMPLATE,
                        LocalizedText.of(Locale.ENGLISH, "Only English"),
                        Optional.of(LocalizedText.of("x".repeat(160), "长".repeat(71))),
                        new TreeMap<>());

        List<TagFinding> findings =
                new TagLint(
                                new TagCatalog(List.of(gold, same, odd)),
                                Map.of("sms_long", sms),
                                Set.of(gold.key(), same.key()),
                                tag ->
                                        tag.equals(gold)
                                                ? List.of(Problem.of("problem.tag.unknown", "z"))
                                                : List.of())
                        .findings();

        assertThat(findings)
                .extracting(f -> f.severity() + " " + f.subject() + " " + f.problem().key())
                .containsExactly(
                        "ERROR user_level_gold problem.tag.unknown",
                        "WARNING odd_level_gold problem.lint.unknownType",
                        "WARNING sms_long problem.lint.language",
                        "WARNING sms_long problem.lint.longSms",
                        "WARNING user_level_same problem.lint.sameRule",
                        "NOTE odd_level_gold problem.lint.unusedTag",
                        "NOTE sms_long problem.lint.unusedAsset");
        assertThat(findings)
                .allSatisfy(f -> assertThat(f.severity()).isIn((Object[]) Severity.values()));
    }

    private static String refusal(Tag tag, Tag... others) {
        TagCatalog tags = new TagCatalog(List.of(others)).with(tag);
        return new TagChecks(tags, Set.of()).refusal(tag).orElseThrow().key();
    }

    private static TagRule has(String key) {
        return new TagRule.HasTag(new TagKey(key));
    }

    private static Tag tag(String key, TagRule rule) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                NAME,
                NAME,
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }
}
