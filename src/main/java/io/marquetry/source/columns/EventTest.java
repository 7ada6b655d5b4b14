package io.marquetry.source.columns;

import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.util.Arrays;

/** What one rule wants of an aggregate, and who satisfies it. */
final class EventTest {

    private final TagRule.Events rule;
    private final long[] members;

    /**
     * Makes the test with the answer that profiles without such events have.
     *
     * @param words how many words a bit per profile takes
     */
    EventTest(TagRule.Events rule, int words) {
        this.rule = rule;
        this.members = new long[words];
        boolean without =
                switch (rule.aggregate()) {
                    case COUNT, SUM ->
                            rule.comparison().holds(BigDecimal.ZERO.compareTo(number(rule)));
                    case MIN, MAX, LATEST -> false;
                };
        Arrays.fill(members, without ? -1L : 0L);
    }

    TagRule.Events rule() {
        return rule;
    }

    /** Returns one bit per profile; those behind the last mean nothing. */
    long[] members() {
        return members;
    }

    /** Returns the number that a count or a sum is compared with. */
    static BigDecimal number(TagRule.Events rule) {
        if (rule.value() instanceof Value.Number n) {
            return n.number();
        }
        throw new IllegalArgumentException("no number: " + rule);
    }

    /** Enters whether a profile satisfies the rule. */
    void enter(int profile, boolean holds) {
        long bit = 1L << profile;
        long word = members[profile >>> 6];
        members[profile >>> 6] = holds ? word | bit : word & ~bit;
    }
}
