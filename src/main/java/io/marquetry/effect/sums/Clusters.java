package io.marquetry.effect.sums;

import io.marquetry.effect.stats.Clustered;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people behind rows, where somebody is in several: what their rows add up to varies, not the
 * single row. Σ over people of the products of what each adds up to, in one arm or in two.
 *
 * @param everybody how many different people there are
 * @param with how many of them are in each arm
 * @param without how many of them are in any other arm than each
 * @param products Σ over people, symmetric: each pair is kept once
 */
public record Clusters(
        long everybody,
        Map<String, Long> with,
        Map<String, Long> without,
        Map<Pair, Double> products) {

    public Clusters {
        with = Map.copyOf(with);
        without = Map.copyOf(without);
        products = Map.copyOf(products);
    }

    /** What the rows of a person add up to. */
    public enum Part {
        ROWS,
        DELIVERED,
        HIT,
        CONVERTED,
        REVENUE,
        COST,
        SENT
    }

    /** Two sums of a person. */
    public record Pair(String arm, Part part, String otherArm, Part otherPart) {}

    /**
     * A multiple of what the rows of a person in some arms add up to.
     *
     * @param times by what it is multiplied
     */
    public record Term(Set<String> arms, Part part, double times) {}

    /** Returns how many different people are in any of the arms. */
    public long people(Set<String> arms) {
        if (arms.size() == 1) {
            return with.getOrDefault(arms.iterator().next(), 0L);
        }
        Set<String> others = new HashSet<>(with.keySet());
        others.removeAll(arms);
        if (others.isEmpty()) {
            return everybody;
        }
        long sum = arms.stream().mapToLong(arm -> with.getOrDefault(arm, 0L)).sum();
        return others.size() == 1
                ? without.getOrDefault(others.iterator().next(), 0L)
                : Math.min(sum, everybody);
    }

    /** Returns Σ over people of the square of a sum of terms, and of how many people. */
    public Clustered clustered(List<Term> terms, Set<String> arms) {
        return new Clustered(people(arms), product(terms, terms));
    }

    /** Returns Σ over people of the product of two sums of terms. */
    public double product(List<Term> terms, List<Term> others) {
        double sum = 0;
        for (Term term : terms) {
            for (Term other : others) {
                for (String arm : term.arms()) {
                    for (String otherArm : other.arms()) {
                        sum +=
                                term.times()
                                        * other.times()
                                        * product(arm, term.part(), otherArm, other.part());
                    }
                }
            }
        }
        return sum;
    }

    private double product(String arm, Part part, String otherArm, Part otherPart) {
        Double found = products.get(new Pair(arm, part, otherArm, otherPart));
        return found != null
                ? found
                : products.getOrDefault(new Pair(otherArm, otherPart, arm, part), 0.0);
    }
}
