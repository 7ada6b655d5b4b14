package io.marquetry.cli.common;

import io.marquetry.base.Problem;

import java.util.Set;

/**
 * Problems of what was typed, not of what was to be done: options that belong together, exclude
 * each other, or are written otherwise. Picocli knows only single options.
 */
final class WrongUsage {

    private static final Set<String> KEYS =
            Set.of(
                    "problem.advice.goal",
                    "problem.asset.fact",
                    "problem.check.weight",
                    "problem.datafile.eventsForm",
                    "problem.diff.patch",
                    "problem.dispatch.seriesSpan",
                    "problem.dispatch.seriesWhen",
                    "problem.dispatch.unless",
                    "problem.dispatch.why",
                    "problem.effect.economics",
                    "problem.effect.power",
                    "problem.effect.times",
                    "problem.export.oneFile",
                    "problem.export.which",
                    "problem.generate.profiles",
                    "problem.generate.tags",
                    "problem.govern.share",
                    "problem.import.datesForm",
                    "problem.import.datesStart",
                    "problem.import.eventsForm",
                    "problem.import.missingForm",
                    "problem.import.name",
                    "problem.import.skip",
                    "problem.naming.category",
                    "problem.outcomes.adjustedNeedsBefore",
                    "problem.outcomes.answersBy",
                    "problem.outcomes.answersNeedStream",
                    "problem.outcomes.controlNeedsArm",
                    "problem.outcomes.controlOrNot",
                    "problem.outcomes.mapForm",
                    "problem.outcomes.nothingToChange",
                    "problem.outcomes.plan",
                    "problem.outcomes.version",
                    "problem.preview.noPackage",
                    "problem.remote.contradiction",
                    "problem.remote.incomplete",
                    "problem.remote.mappingIncomplete",
                    "problem.remote.purpose",
                    "problem.remote.where",
                    "problem.renew.whichFile",
                    "problem.report.oneForm",
                    "problem.requirement.top",
                    "problem.requirement.words",
                    "problem.review.noTarget",
                    "problem.review.target.rate",
                    "problem.review.target.return",
                    "problem.source.labelWhich",
                    "problem.source.liveUse",
                    "problem.source.whatToAdd");

    private WrongUsage() {}

    /** Returns whether another command line would do. */
    static boolean isTold(Problem problem) {
        return KEYS.contains(problem.key());
    }

    /** Returns which problems these are. */
    static Set<String> keys() {
        return KEYS;
    }
}
