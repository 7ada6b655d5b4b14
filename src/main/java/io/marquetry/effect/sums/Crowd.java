package io.marquetry.effect.sums;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The people behind the sums of some arms.
 *
 * @param arms of which arms of the clusters
 */
public record Crowd(Clusters clusters, Set<String> arms) {

    public Crowd {
        arms = Set.copyOf(arms);
    }

    /** Returns the people behind both sums; empty where they are not known together. */
    static Optional<Crowd> of(OutcomeSums one, OutcomeSums other) {
        if (one.counts().targeted() == 0) {
            return other.crowd();
        }
        if (other.counts().targeted() == 0) {
            return one.crowd();
        }
        return one.crowd()
                .flatMap(
                        a ->
                                other.crowd()
                                        .filter(b -> b.clusters().equals(a.clusters()))
                                        .map(a::and));
    }

    private Crowd and(Crowd other) {
        Set<String> both = new HashSet<>(arms);
        both.addAll(other.arms);
        return new Crowd(clusters, both);
    }

    public long people() {
        return clusters.people(arms);
    }
}
