package io.marquetry.source.engine;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * So many people that an index puts them in another order, of so few kinds that plain Java knows
 * each number at once: whoever is of a kind has the same values. Kinds stand in no order.
 *
 * @param kinds what people may be like
 * @param who the kind of each of the people
 */
record Crowd(List<Row> kinds, List<Integer> who) {

    private static final int KINDS = 700;

    /** One in so many people has events: they take an engine the longest to count and to write. */
    private static final int EVENTS = 12;

    /**
     * Makes people.
     *
     * @param kept what an engine keeps of rows
     */
    static Crowd of(int people, Random random, UnaryOperator<List<Row>> kept) {
        List<Row> kinds = new ArrayList<>();
        for (Row row : kept.apply(new RandomRows(random).rows(KINDS))) {
            kinds.add(row);
            kinds.add(new Row(row.values(), Map.of()));
        }
        List<Integer> who = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            who.add(2 * random.nextInt(KINDS) + (random.nextInt(EVENTS) == 0 ? 0 : 1));
        }
        return new Crowd(List.copyOf(kinds), List.copyOf(who));
    }

    int size() {
        return who.size();
    }

    List<Row> rows() {
        return who.stream().map(kinds::get).toList();
    }

    /** Returns who counts them without a database and without an index. */
    Plain plain(Map<TagKey, TagRule> tags) {
        Map<Integer, Long> weights =
                who.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        return new Plain(new PlainEvaluator(kinds, tags, RandomRows.TODAY), weights);
    }

    /**
     * Counts by kinds.
     *
     * @param weights how many are of each kind
     */
    record Plain(PlainEvaluator kinds, Map<Integer, Long> weights) {

        long count(AudienceExpression expression) {
            return kinds.members(expression).stream()
                    .mapToLong(kind -> weights.getOrDefault(kind, 0L))
                    .sum();
        }
    }
}
