package io.marquetry.source.columns;

import io.marquetry.tag.TagRule;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Works one aggregation out, profile after profile; for one thread. */
final class Tally {

    private static final int NONE = -1;
    private static final int EQUAL = 2;

    private final Aggregation aggregation;
    private final int scale;
    private final List<LongSteps> numbers = new ArrayList<>();
    private final List<BitSet> codes = new ArrayList<>();
    private int profile = NONE;
    private long sum;
    private @Nullable BigDecimal carried;
    private int code;

    Tally(Aggregation aggregation, Program program, List<SummedColumn> measures) {
        this.aggregation = aggregation;
        this.scale =
                aggregation.aggregate() == TagRule.Aggregate.SUM
                        ? measures.get(aggregation.of()).scale()
                        : 0;
        for (EventTest test : aggregation.tests()) {
            TagRule.Events rule = test.rule();
            switch (aggregation.aggregate()) {
                case COUNT, SUM ->
                        numbers.add(NumberLine.around(EventTest.number(rule)).steps(scale));
                case MIN, MAX, LATEST ->
                        codes.add(
                                ((OrderedColumn) program.columns().get(aggregation.of()))
                                        .codes(rule.comparison(), rule.value()));
            }
        }
    }

    /** Takes the events that count. */
    void add(EventBlock block) {
        for (int word = 0; word < block.words(); word++) {
            long counted = block.counted(aggregation.filter(), word);
            for (; counted != 0; counted &= counted - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(counted);
                if (block.profile(row) != profile) {
                    end();
                    profile = block.profile(row);
                }
                add(block, row);
            }
        }
    }

    /** Enters what the last profile's events come to. */
    void end() {
        if (profile == NONE) {
            return;
        }
        for (int test = 0; test < aggregation.tests().size(); test++) {
            aggregation.tests().get(test).enter(profile, holds(test));
        }
        sum = 0;
        carried = null;
        code = Column.MISSING;
    }

    private void add(EventBlock block, int row) {
        switch (aggregation.aggregate()) {
            case COUNT -> sum++;
            case SUM -> {
                BigDecimal wide = block.wide(aggregation.of(), row);
                if (wide != null) {
                    carry(wide);
                }
                long number = block.number(aggregation.of(), row);
                long next = sum + number;
                if (((sum ^ next) & (number ^ next)) < 0) {
                    carry(BigDecimal.valueOf(sum, scale));
                    next = number;
                }
                sum = next;
            }
            case MIN -> {
                int other = block.code(aggregation.of(), row);
                code = code == Column.MISSING ? other : Math.min(code, other);
            }
            case MAX, LATEST -> code = Math.max(code, block.code(aggregation.of(), row));
        }
    }

    /** Puts aside what the sum as a long cannot hold. */
    private void carry(BigDecimal number) {
        carried = carried == null ? number : carried.add(number);
    }

    private boolean holds(int test) {
        TagRule.Events rule = aggregation.tests().get(test).rule();
        return switch (aggregation.aggregate()) {
            case COUNT, SUM -> {
                if (carried == null) {
                    yield rule.comparison().holds(numbers.get(test).code(sum) - EQUAL);
                }
                BigDecimal total = carried.add(BigDecimal.valueOf(sum, scale));
                yield rule.comparison().holds(total.compareTo(EventTest.number(rule)));
            }
            case MIN, MAX, LATEST -> codes.get(test).get(code);
        };
    }
}
