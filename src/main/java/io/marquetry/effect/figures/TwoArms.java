package io.marquetry.effect.figures;

import java.util.List;
import java.util.Map;

/**
 * The profiles that stand in more than one arm of the same package.
 *
 * @param byPackage their keys, by the text that names the package; by the empty text where none is
 *     named
 */
record TwoArms(Map<String, List<String>> byPackage) {

    /** Nobody. */
    static final TwoArms NONE = new TwoArms(Map.of());

    TwoArms {
        byPackage = Map.copyOf(byPackage);
    }

    long profiles() {
        return byPackage.values().stream().mapToLong(List::size).sum();
    }
}
