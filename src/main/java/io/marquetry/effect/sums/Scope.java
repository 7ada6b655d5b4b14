package io.marquetry.effect.sums;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which outcomes of a set are looked at.
 *
 * @param packages the texts of the column PACKAGE; empty: all
 * @param version the text of the column VERSION; empty: all
 * @param from first day; empty: from the beginning
 * @param to last day; empty: to the end
 */
public record Scope(
        Set<String> packages,
        Optional<String> version,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** All of them. */
    public static final Scope ALL =
            new Scope(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the packages. */
    public Scope {
        packages = Set.copyOf(packages);
    }
}
