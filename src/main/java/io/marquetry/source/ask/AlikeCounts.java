package io.marquetry.source.ask;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.sql.ExpressionConditions;
import io.marquetry.source.sql.JoinedEvents;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts audiences, and what would narrow one of them, by one pass over the profiles: those that
 * are alike in all of it are counted together, and what each number comes to is added up here. What
 * narrows is looked at among the people of the narrowed audience alone, so there are no more kinds
 * of people than that audience has, and a few for each of the others' rules.
 */
final class AlikeCounts {

    /** More rules would make almost as many kinds of people as there are people. */
    static final int MOST_RULES = 10;

    /** How many answers a number holds that every engine has. */
    private static final int BITS = 62;

    private final JoinedEvents events;
    private final Condition within;
    private final List<Leaf> rules;
    private final List<AudienceExpression> audiences;
    private final int narrowing;
    private final List<Field<?>> kind = new ArrayList<>();

    /**
     * Makes the question; asks nothing.
     *
     * @param within whose people are counted
     * @param audiences of whom no more than {@link #MOST_RULES} rules tell who is in them
     * @param narrowed one of them, or another of the same rules
     * @param narrowing what would narrow it
     */
    AlikeCounts(
            JoinedEvents events,
            ExpressionConditions conditions,
            AudienceExpression within,
            List<AudienceExpression> audiences,
            AudienceExpression narrowed,
            List<AudienceExpression> narrowing) {
        this.events = events;
        this.within = conditions.where(within);
        this.audiences = audiences;
        this.narrowing = narrowing.size();
        this.rules = List.copyOf(rules(audiences));
        kind.add(number(rules.stream().map(conditions::where).toList()));
        Condition inside = conditions.where(narrowed);
        for (int from = 0; from < narrowing.size(); from += BITS) {
            List<AudienceExpression> some =
                    narrowing.subList(from, Math.min(narrowing.size(), from + BITS));
            kind.add(DSL.when(inside, number(some.stream().map(conditions::where).toList())));
        }
    }

    /** Returns the tags and conditions that tell who is in audiences. */
    static Set<Leaf> rules(Collection<AudienceExpression> audiences) {
        Set<Leaf> rules = new LinkedHashSet<>();
        audiences.forEach(audience -> rules.addAll(Expressions.leavesIn(audience)));
        return rules;
    }

    private static Field<Long> number(List<Condition> conditions) {
        Field<Long> number = DSL.inline(0L);
        for (int i = 0; i < conditions.size(); i++) {
            Field<Long> bit =
                    DSL.when(conditions.get(i), DSL.inline(1L << i)).otherwise(DSL.inline(0L));
            number = i == 0 ? bit : number.plus(bit);
        }
        return number;
    }

    /** What was counted: of everybody within, of each audience, of what narrows. */
    record Counted(long all, List<Long> audiences, List<Long> narrowed) {}

    /** Asks, and adds up. */
    Counted ask(Questions asking) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> names = new ArrayList<>();
        for (Field<?> one : kind) {
            names.add(DSL.field(DSL.name("alike " + names.size())));
            columns.add(one.as(DSL.name("alike " + columns.size())));
        }
        columns.add(DSL.count());
        Sums sums = new Sums();
        asking.rows(
                ask ->
                        ask.select(columns)
                                .from(events.table(Optional.empty()))
                                .where(within)
                                .groupBy(names),
                row -> {
                    long people = row.getLong(columns.size());
                    sums.add(row.getLong(1), people);
                    for (int i = 1; i < names.size(); i++) {
                        // Missing, which reads as 0, for who is not in the narrowed audience.
                        sums.narrow((i - 1) * BITS, row.getLong(i + 1), people);
                    }
                });
        return new Counted(
                sums.all,
                Arrays.stream(sums.inside).boxed().toList(),
                Arrays.stream(sums.narrowed).boxed().toList());
    }

    /** What the rows come to so far. */
    private final class Sums {

        private final Map<Long, int[]> known = new HashMap<>();
        private final long[] inside = new long[audiences.size()];
        private final long[] narrowed = new long[narrowing];
        private long all;

        void add(long satisfied, long people) {
            all += people;
            for (int audience : known.computeIfAbsent(satisfied, this::audiencesOf)) {
                inside[audience] += people;
            }
        }

        void narrow(int first, long satisfied, long people) {
            for (long left = satisfied; left != 0; left &= left - 1) {
                narrowed[first + Long.numberOfTrailingZeros(left)] += people;
            }
        }

        private int[] audiencesOf(long satisfied) {
            int[] found = new int[audiences.size()];
            int size = 0;
            for (int i = 0; i < found.length; i++) {
                if (Expressions.stated(audiences.get(i))
                        .map(stated -> holds(stated, satisfied))
                        .orElse(true)) {
                    found[size++] = i;
                }
            }
            return Arrays.copyOf(found, size);
        }

        private boolean holds(AudienceExpression expression, long satisfied) {
            return switch (expression) {
                case Leaf leaf -> (satisfied >>> rules.indexOf(leaf) & 1) == 1;
                case AllOf all -> all.members().stream().allMatch(one -> holds(one, satisfied));
                case AnyOf any -> any.members().stream().anyMatch(one -> holds(one, satisfied));
                case Except except ->
                        except.members().stream().noneMatch(one -> holds(one, satisfied));
            };
        }
    }
}
