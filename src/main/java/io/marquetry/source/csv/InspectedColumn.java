package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import java.util.List;

/**
 * What reading a whole column showed.
 *
 * @param type the narrowest type that all its values have
 * @param dates how it writes days, where it holds any
 * @param scale the most digits after the point among its numbers, 0 to 38
 * @param filled rows with a value
 * @param missing rows without one
 * @param values the first distinct values, at most {@link #MOST_VALUES}
 */
public record InspectedColumn(
        String name,
        AttributeType type,
        DateOrder dates,
        int scale,
        long filled,
        long missing,
        List<String> values) {

    /** How many distinct values are told: all, where a column holds words. */
    public static final int MOST_VALUES = 40;

    private static final int EXAMPLES = 5;

    /** Copies the values. */
    public InspectedColumn {
        values = List.copyOf(values);
    }

    /** Returns a few values. */
    public List<String> examples() {
        return values.subList(0, Math.min(EXAMPLES, values.size()));
    }
}
