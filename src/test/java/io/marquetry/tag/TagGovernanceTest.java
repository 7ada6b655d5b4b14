package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.TagFinding.Severity;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void tagsThatNeedEachOtherAreSavedTogetherAndAllOrNone() {
        ListedTags kept = new ListedTags();
        TagGovernance governance = new TagGovernance(kept, kept, List::of);
        Tag resting = tag("user_a_one", has("user_b_one"));
        Tag needed = tag("user_b_one", RULE);
        Tag wrong = tag("coupon_value_50", RULE);

        assertThat(governance.take(List.of(resting, needed, wrong), List.of()))
                .map(TagGovernance.Refusal::at)
                .contains(2);
        assertThat(governance.catalog().tags()).isEmpty();
        governance.save(List.of(resting, needed));
        assertThat(governance.get(resting.key())).isEqualTo(resting);
        assertThat(problem(() -> governance.save(wrong, Optional.empty())).key())
                .isEqualTo("problem.tag.typeOfAnother");
    }

    @Test
    void tagThatIsNeededStays() {
        ListedTags kept =
                new ListedTags(tag("user_a_one", has("user_b_one")), tag("user_b_one", RULE));
        TagGovernance governance = new TagGovernance(kept, kept, List::of);

        assertThat(problem(() -> governance.remove(new TagKey("user_b_one"))))
                .isEqualTo(Problem.of("problem.tag.usedByTags", "user_b_one", "user_a_one"));
        governance.remove(new TagKey("user_a_one"));
        governance.remove(new TagKey("user_b_one"));
        assertThat(problem(() -> governance.remove(new TagKey("user_b_one"))))
                .isEqualTo(Problem.of("problem.tag.unknown", "user_b_one"));
    }

    @Test
    void onlyUnusedAndUneditedTagsGoTogether() {
        Tag packed = tag("user_packed_one", has("user_below_one"));
        Tag below = tag("user_below_one", RULE);
        Tag edited = tag("user_edited_one", RULE);
        Tag unused = tag("user_unused_one", has("user_lost_one"));
        Tag lost = tag("user_lost_one", RULE);
        ListedTags kept =
                new ListedTags(
                        packed,
                        below,
                        tag("user_edited_one", new TagRule.Missing("y")),
                        unused,
                        lost);
        TagGovernance governance = new TagGovernance(kept, kept, () -> List.of(packed.key()));
        List<Tag> shipped = List.of(packed, below, edited, unused, lost);

        assertThat(governance.removeUnused(shipped, List.of())).isEqualTo(2);
        assertThat(governance.catalog().tags())
                .extracting(Tag::key)
                .containsExactly(below.key(), edited.key(), packed.key());
        assertThat(governance.countOf(shipped)).isEqualTo(3);
    }

    @Test
    void lintAsksTheSourceAtHandAndThePackages() {
        Tag gold = tag("user_level_gold", RULE);
        ListedTags kept = new ListedTags(gold);
        Problem misfit = Problem.of("problem.tag.unknown", "z");

        assertThat(
                        new TagGovernance(kept, kept, () -> List.of(gold.key()))
                                .lint((tag, tags) -> List.of(misfit)))
                .extracting(TagFinding::problem)
                .containsExactly(misfit);
        assertThat(new TagGovernance(kept, kept, List::of).lint(TagFit.UNASKED))
                .extracting(finding -> finding.problem().key())
                .containsExactly("problem.lint.unusedTag");
    }

    private static Problem problem(ThrowingCallable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work);
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    @Test
    void lintNamesWhatBreaksTheStandard() {
        Tag gold = tag("user_level_gold", RULE);
        Tag same = tag("user_level_same", RULE);
        Tag odd = tag("odd_level_gold", new TagRule.Missing("y"));
        Asset sms =
                new Asset(
                        new AssetKey("sms_long"),
                        Asset.Kind.SMS_TEMPLATE,
                        LocalizedText.of(Locale.ENGLISH, "Only English"),
                        Optional.of(LocalizedText.of("x".repeat(160), "长".repeat(135))),
                        new TreeMap<>());

        List<TagFinding> findings =
                new TagLint(
                                new TagCatalog(List.of(gold, same, odd)),
                                Map.of(sms.key(), sms),
                                Set.of(gold.key(), same.key()),
                                tag ->
                                        tag.equals(gold)
                                                ? List.of(Problem.of("problem.tag.unknown", "z"))
                                                : List.of(),
                                NamingStandard.usual())
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
        // 135 of 67 each: three messages are paid.
        assertThat(findings)
                .filteredOn(f -> f.problem().key().equals("problem.lint.longSms"))
                .singleElement()
                .satisfies(f -> assertThat(f.problem().args()).endsWith(135, 70, 3));
        assertThat(findings)
                .allSatisfy(f -> assertThat(f.severity()).isIn((Object[]) Severity.values()));
    }

    private static String refusal(Tag tag, Tag... others) {
        TagCatalog tags = new TagCatalog(List.of(others)).with(tag);
        return new TagChecks(tags, Set.of(), NamingStandard.usual())
                .refusal(tag)
                .orElseThrow()
                .key();
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
