package io.marquetry.effect.sums;

import java.util.List;

/**
 * By what outcomes are divided at once; the arms are always kept apart.
 *
 * @param dimensions at most three
 */
public record Grouping(List<Dimension> dimensions) {

    /** Copies the dimensions. */
    public Grouping {
        dimensions = List.copyOf(dimensions);
        if (dimensions.size() > 3) {
            throw new IllegalArgumentException("divided too finely: " + dimensions);
        }
    }

    /** Divides by these. */
    public static Grouping by(Dimension... dimensions) {
        return new Grouping(List.of(dimensions));
    }
}
