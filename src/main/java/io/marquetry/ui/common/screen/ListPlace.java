package io.marquetry.ui.common.screen;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a list was left.
 *
 * @param widths the widths of its columns in pixels, from the left
 * @param sorted the column by which it is sorted, from 0; below 0: by none
 * @param descending whether the greatest comes first
 */
public record ListPlace(@Nullable List<Double> widths, int sorted, boolean descending) {

    private static final double MAX_WIDTH = 10_000;

    /** Copies the widths; where one cannot be a width, none is kept. */
    public ListPlace {
        widths =
                widths != null && widths.stream().allMatch(ListPlace::isWidth)
                        ? List.copyOf(widths)
                        : List.of();
    }

    // A file from outside may hold null where the type promises a number.
    private static boolean isWidth(@Nullable Double width) {
        return width != null && width > 0 && width < MAX_WIDTH;
    }
}
