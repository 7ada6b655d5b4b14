package io.marquetry.effect.report;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.figures.EffectAnswer;

import java.util.List;

/**
 * What is reported of one set of outcomes.
 *
 * @param fingerprint of the data
 */
record Findings(
        EffectAnswer answer, ReportGroupings groupings, List<Advised> advised, String fingerprint) {

    Findings {
        advised = List.copyOf(advised);
    }
}
