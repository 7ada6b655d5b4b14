package io.marquetry.ui.tags.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class RuleDraftTest {

    private static void nobody() {}

    @Test
    void everyRuleComesBackUnchanged() {
        RandomRules rules = new RandomRules(20_261_123);
        for (int i = 0; i < 5_000; i++) {
            TagRule rule = rules.rule(4);
            assertThat(RuleDrafts.of(rule, RuleDraftTest::nobody).build())
                    .as("rule %d", i)
                    .contains(rule);
        }
    }

    @Test
    void newRuleIsUnfinishedUntilItsConditionIs() {
        AtomicInteger edits = new AtomicInteger();
        GroupDraft root = RuleDrafts.fresh(edits::incrementAndGet);
        assertThat(root.build()).isEmpty();

        TestDraft newbie = new TestDraft("newbie", AttributeType.INTEGER, edits::incrementAndGet);
        root.replace(root.children().getFirst(), newbie);
        assertThat(root.build()).isEmpty();
        assertThat(key(newbie)).isEqualTo("problem.rule.draft.value");

        newbie.low().text().set(Optional.of("1"));
        assertThat(root.build())
                .contains(
                        new TagRule.Compare(
                                "newbie", Comparison.EQUAL, new Value.Number(BigDecimal.ONE)));
        assertThat(newbie.problem().get()).isEmpty();
        assertThat(edits).hasPositiveValue();
    }

    @Test
    void wrongNumberSaysSo() {
        TestDraft draft = new TestDraft("recency", AttributeType.INTEGER, RuleDraftTest::nobody);
        draft.low().text().set(Optional.of("three"));
        assertThat(draft.build()).isEmpty();
        assertThat(draft.problem().get())
                .contains(Problem.of("problem.rule.draft.number", "three"));
    }

    @Test
    void fullWidthDigitsAreDigits() {
        TestDraft draft = new TestDraft("recency", AttributeType.INTEGER, RuleDraftTest::nobody);
        draft.low().text().set(Optional.of("－１２．５"));
        assertThat(draft.build())
                .contains(
                        new TagRule.Compare(
                                "recency",
                                Comparison.EQUAL,
                                new Value.Number(new BigDecimal("-12.5"))));
    }

    @Test
    void impossibleDayIsRefused() {
        TestDraft draft = new TestDraft("seen", AttributeType.DATE, RuleDraftTest::nobody);
        draft.choose(TestKind.LESS, AttributeType.DATE);
        draft.low().fit(List.of(ValueDraft.Kind.DAY));
        draft.low().text().set(Optional.of("2017-02-29"));
        assertThat(draft.build()).isEmpty();
        assertThat(key(draft)).isEqualTo("problem.rule.draft.day");
    }

    @Test
    void otherTestKeepsTheValueWhereItFits() {
        TestDraft draft = new TestDraft("recency", AttributeType.INTEGER, RuleDraftTest::nobody);
        draft.low().text().set(Optional.of("3"));
        draft.choose(TestKind.AT_MOST, AttributeType.INTEGER);
        assertThat(draft.build())
                .contains(
                        new TagRule.Compare(
                                "recency",
                                Comparison.AT_MOST,
                                new Value.Number(new BigDecimal("3"))));
    }

    @Test
    void secondConditionMakesAGroupOfThem() {
        TagRule first = new TagRule.Missing("a");
        GroupDraft root = RuleDrafts.of(first, RuleDraftTest::nobody);
        root.children().add(TestDraft.missing("b", AttributeType.TEXT, RuleDraftTest::nobody));
        assertThat(root.build())
                .contains(new TagRule.All(List.of(first, new TagRule.Missing("b"))));
    }

    @Test
    void emptyGroupIsRefused() {
        GroupDraft group = new GroupDraft(RuleDraftTest::nobody, false);
        assertThat(group.build()).isEmpty();
        assertThat(key(group)).isEqualTo("problem.rule.draft.group");
    }

    @Test
    void sumWithoutMeasureIsUnfinished() {
        EventsDraft draft = new EventsDraft("purchases", RuleDraftTest::nobody);
        draft.value().text().set(Optional.of("10"));
        draft.reduceTo(TagRule.Aggregate.SUM, Optional.of(AttributeType.DECIMAL));
        assertThat(draft.build()).isEmpty();
        assertThat(key(draft)).isEqualTo("problem.rule.draft.measure");
        draft.measure().set(Optional.of("sales_value"));
        assertThat(draft.build()).isPresent();
    }

    private static String key(RuleDraft draft) {
        return draft.problem().get().orElseThrow().key();
    }
}
