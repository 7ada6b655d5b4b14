package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import java.util.List;

/**
 * What reading a whole column showed.
 *
 * @param type the narrowest type that all its values have
 * @param scale the most digits after the point among its numbers, 0 to 38
 * @param filled rows with a value
 * @param missing rows without one
 * @param examples the first distinct values, at most five
 */
public record InspectedColumn(
        String name,
        AttributeType type,
        int scale,
        long filled,
        long missing,
        List<String> examples) {

    /** Copies the examples. */
    public InspectedColumn {
        examples = List.copyOf(examples);
    }
}
