package io.marquetry.effect.advice;

import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.watch.Trend;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one package, or of one arm.
 *
 * @param arm its arm; empty: all treated arms together
 * @param figures of the treated
 * @param trends its hit rate and conversion over time, as far as they are known
 * @param peers the figures of all packages together; empty where there is only one
 */
public record Case(
        Optional<String> arm,
        Figures figures,
        Uplift uplift,
        List<Trend> trends,
        Optional<Figures> peers) {

    /** Copies the trends. */
    public Case {
        trends = List.copyOf(trends);
    }
}
