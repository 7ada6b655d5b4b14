package io.marquetry.effect.advice;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.GroupValue;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.Trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advises on everything in an answer: on each package where the outcomes know packages, otherwise
 * on each treated arm.
 */
public final class Advisory {

    /** By package: ask for it, so that there is advice on each. */
    public static final Grouping PACKAGES = Grouping.by(new Dimension.Told(OutcomeRole.PACKAGE));

    /** By package and week: ask for it where the outcomes tell when, so that decay counts. */
    public static final Grouping PACKAGES_BY_WEEK =
            Grouping.by(
                    new Dimension.Told(OutcomeRole.PACKAGE),
                    new Dimension.Time(Dimension.TimeStep.WEEK));

    /** By week: ask for it where the outcomes tell when but no package. */
    public static final Grouping WEEKS = Grouping.by(new Dimension.Time(Dimension.TimeStep.WEEK));

    private final Adviser adviser;
    private final Trends trends;

    /** Makes an advisory. */
    public Advisory(Adviser adviser, Trends trends) {
        this.adviser = adviser;
        this.trends = trends;
    }

    /** Advises on what the answer holds. */
    public List<Advised> of(EffectAnswer answer) {
        List<Trend> all = new ArrayList<>();
        division(answer, PACKAGES_BY_WEEK)
                .or(() -> division(answer, WEEKS))
                .ifPresent(
                        weeks -> {
                            all.addAll(trends.of(weeks, Measure.HIT));
                            all.addAll(trends.of(weeks, Measure.CONVERSION));
                        });
        List<Group> packages =
                division(answer, PACKAGES).map(Division::groups).orElse(List.of()).stream()
                        .filter(g -> !(g.values().getFirst() instanceof GroupValue.Missing))
                        .toList();
        List<Advised> advised = new ArrayList<>();
        if (packages.isEmpty()) {
            arms(answer.all(), all, advised);
        }
        for (Group group : packages) {
            List<Trend> own = all.stream().filter(t -> t.values().equals(group.values())).toList();
            Case known =
                    new Case(
                            Optional.empty(),
                            group.treated(),
                            group.uplift(),
                            own,
                            packages.size() > 1
                                    ? Optional.of(answer.all().treated())
                                    : Optional.empty());
            advised.add(
                    new Advised(group.values(), Optional.empty(), known, adviser.advise(known)));
        }
        return advised;
    }

    private void arms(Group all, List<Trend> everybody, List<Advised> advised) {
        List<ArmFigures> treated = all.arms().stream().filter(a -> !a.control()).toList();
        for (ArmFigures arm : treated) {
            boolean only = treated.size() == 1;
            Case known =
                    new Case(
                            Optional.of(arm.arm()),
                            arm.figures(),
                            all.uplift(),
                            only ? everybody : List.of(),
                            Optional.empty());
            advised.add(
                    new Advised(List.of(), Optional.of(arm.arm()), known, adviser.advise(known)));
        }
    }

    private static Optional<Division> division(EffectAnswer answer, Grouping wanted) {
        return answer.divisions().stream().filter(d -> d.grouping().equals(wanted)).findFirst();
    }
}
