package io.marquetry.effect.sums;

import java.util.List;
import java.util.Map;

/**
 * The profiles that stand in more than one arm of the same package.
 *
 * @param byPackage their keys, by the text that names the package; by the empty text where none is
 *     named
 */
public record TwoArms(Map<String, List<String>> byPackage) {

    /** Nobody. */
    public static final TwoArms NONE = new TwoArms(Map.of());

    public TwoArms {
        byPackage = Map.copyOf(byPackage);
    }

    public long profiles() {
        return byPackage.values().stream().mapToLong(List::size).sum();
    }
}
