package io.marquetry.effect.intake;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.query.ArmsQuery;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.ask.SourceQueries;

import java.util.List;
import java.util.stream.Stream;

/** Says anew what outcomes mean that were brought in before; their rows stay. Blocks. */
public final class OutcomeMeaning {

    private final OutcomeSets sets;
    private final SourceRepository sources;
    private final SourceQueries queries;

    public OutcomeMeaning(OutcomeSets sets, SourceRepository sources, SourceQueries queries) {
        this.sets = sets;
        this.sources = sources;
        this.queries = queries;
    }

    /**
     * Returns the arms that outcomes tell of, the most frequent first; none where no column does.
     *
     * @throws io.marquetry.base.ProblemException if the source is gone
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public List<String> arms(OutcomeSet set, CancelSignal signal) {
        ProfileSource table =
                switch (set.origin()) {
                    case OutcomeOrigin.Imported imported -> imported.table();
                    case OutcomeOrigin.InPlace place -> sources.get(place.source());
                };
        return new ArmsQuery(queries).fetch(table, set.mapping(), signal);
    }

    /**
     * Says anew what outcomes are called, whom chance held out, how people were to be divided, and
     * which package is behind them. Rows and columns stay as they were brought in.
     *
     * @param wanted the same outcomes, with what is to hold
     * @throws io.marquetry.base.ProblemException if they are gone, an arm is told that no row has,
     *     or it was never said before the send that the adjusted difference counts; nothing changed
     *     then
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public void change(OutcomeSet wanted, CancelSignal signal) {
        OutcomeSet before = sets.get(wanted.name());
        if (!before.mapping().equals(wanted.mapping())
                || !before.origin().equals(wanted.origin())) {
            throw new IllegalArgumentException("other rows: " + wanted.name());
        }
        if (wanted.title().isBlank()) {
            throw Problem.of("problem.outcomes.noTitle").asException();
        }
        if (wanted.design() instanceof Design.Randomised randomised) {
            if (wanted.mapping().column(OutcomeRole.ARM).isEmpty()) {
                throw Problem.of("problem.outcomes.controlNeedsArm").asException();
            }
            if (randomised.plan().adjusted() && !isAdjusted(before.design())) {
                throw Problem.of("problem.outcomes.adjustedAfter").asException();
            }
            refuseUnknownArms(wanted, randomised, arms(before, signal));
        }
        sets.replace(wanted);
    }

    private static boolean isAdjusted(Design design) {
        return switch (design) {
            case Design.Randomised randomised -> randomised.plan().adjusted();
            case Design.Observed _ -> false;
        };
    }

    private static void refuseUnknownArms(
            OutcomeSet set, Design.Randomised randomised, List<String> known) {
        Stream.concat(
                        Stream.of(randomised.controlArm()),
                        randomised.plan().shares().keySet().stream())
                .filter(arm -> !known.contains(arm))
                .findFirst()
                .ifPresent(
                        arm -> {
                            throw Problem.of(
                                            "problem.outcomes.noWord",
                                            set.mapping()
                                                    .column(OutcomeRole.ARM)
                                                    .orElseThrow()
                                                    .column(),
                                            arm,
                                            List.copyOf(known))
                                    .asException();
                        });
    }
}
