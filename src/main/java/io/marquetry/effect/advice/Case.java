package io.marquetry.effect.advice;

import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Uplift;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one package, or of one arm.
 *
 * @param arm its arm; empty: all treated arms together
 * @param figures of the treated
 * @param held how many were held out by chance
 * @param changes rates of the treated that changed; told only where nobody was held out
 * @param wear how far the gain of the arm over the control fell; empty: not looked at, or no more
 *     than by chance
 * @param peers the figures of all packages together; empty where there is only one
 * @param among how many packages or arms are looked at
 * @param unseen what the outcomes do not tell
 */
public record Case(
        Optional<String> arm,
        Figures figures,
        long held,
        Uplift uplift,
        List<Basis.Changed> changes,
        Optional<Basis.Wore> wear,
        Optional<Figures> peers,
        int among,
        Set<Basis.Sight> unseen) {

    /** Copies the collections. */
    public Case {
        changes = List.copyOf(changes);
        unseen = Set.copyOf(unseen);
    }

    Case with(Basis.Wore fallen) {
        return new Case(
                arm, figures, held, uplift, changes, Optional.of(fallen), peers, among, unseen);
    }
}
