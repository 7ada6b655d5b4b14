package io.marquetry.effect.advice;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Advises on everything in an answer: on each package where the outcomes know packages, otherwise
 * on each treated arm. What is looked at of several is corrected over all of them.
 */
public final class Advisory {

    /** By package: ask for it, so that there is advice on each. */
    public static final Grouping PACKAGES = Grouping.by(new Dimension.Told(OutcomeRole.PACKAGE));

    /** By package and week: ask for it where the outcomes tell when, so that time counts. */
    public static final Grouping PACKAGES_BY_WEEK =
            Grouping.by(
                    new Dimension.Told(OutcomeRole.PACKAGE),
                    new Dimension.Time(Dimension.TimeStep.WEEK));

    /** By week: ask for it where the outcomes tell when but no package. */
    public static final Grouping WEEKS = Grouping.by(new Dimension.Time(Dimension.TimeStep.WEEK));

    private final Adviser adviser;

    /** Makes an advisory. */
    public Advisory(Adviser adviser) {
        this.adviser = adviser;
    }

    /** Advises on what the answer holds. */
    public List<Advised> of(EffectAnswer answer) {
        List<Group> packages =
                division(answer, PACKAGES).map(Division::groups).orElse(List.of()).stream()
                        .filter(g -> !(g.values().getFirst() instanceof GroupValue.Missing))
                        .toList();
        List<Subject> subjects = packages.isEmpty() ? arms(answer.all()) : packages(packages);
        Weeks weeks =
                new Weeks(
                        division(answer, packages.isEmpty() ? WEEKS : PACKAGES_BY_WEEK),
                        answer.set());
        Map<Subject, List<Basis.Changed>> changes = weeks.changes(uncontrolled(subjects));
        Optional<Figures> peers =
                packages.size() > 1 ? Optional.of(answer.all().treated()) : Optional.empty();
        Map<Subject, Case> cases = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            cases.put(
                    subject,
                    new Case(
                            subject.arm(),
                            subject.figures(),
                            held(subject.group()),
                            subject.group().uplift(),
                            changes.getOrDefault(subject, List.of()),
                            Optional.empty(),
                            peers,
                            subjects.size(),
                            unseen(answer, weeks, subject)));
        }
        // Only what works can wear off; so nothing is claimed that the comparison did not show.
        List<Subject> working =
                cases.entrySet().stream()
                        .filter(e -> adviser.advise(e.getValue()) instanceof Advice.Promote)
                        .map(Map.Entry::getKey)
                        .toList();
        weeks.wears(working)
                .forEach(
                        (subject, wore) -> cases.computeIfPresent(subject, (_, c) -> c.with(wore)));
        List<Advised> advised = new ArrayList<>();
        List<Dimension> unlike =
                answer.findings().stream()
                        .filter(Finding.Unbalanced.class::isInstance)
                        .map(found -> ((Finding.Unbalanced) found).dimension())
                        .toList();
        boolean unequal =
                answer.findings().stream().anyMatch(Finding.UnequalArms.class::isInstance);
        cases.forEach(
                (subject, known) -> {
                    Advice advice = adviser.advise(known);
                    if (!unlike.isEmpty()) {
                        advice = advice.with(new Basis.Unbalanced(unlike));
                    }
                    if (unequal) {
                        advice = advice.with(new Basis.UnequalArms());
                    }
                    for (Finding found : answer.findings()) {
                        if (found instanceof Finding.Extreme extreme && isOfMoney(advice)) {
                            advice = advice.with(new Basis.RestsOn(extreme));
                        }
                    }
                    advised.add(new Advised(subject.values(), subject.arm(), known, advice));
                });
        return advised;
    }

    private static List<Subject> packages(List<Group> packages) {
        return packages.stream()
                .map(group -> new Subject(group.values(), Optional.empty(), group, group.treated()))
                .toList();
    }

    private static List<Subject> arms(Group all) {
        return all.arms().stream()
                .filter(arm -> !arm.control())
                .map(arm -> new Subject(List.of(), Optional.of(arm.arm()), all, arm.figures()))
                .toList();
    }

    private static List<Subject> uncontrolled(List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.group().uplift() instanceof Uplift.NoControl)
                .toList();
    }

    private static boolean isOfMoney(Advice advice) {
        return advice.basis().stream()
                .anyMatch(
                        basis ->
                                basis instanceof Basis.Compared compared
                                        && compared.comparison().measure() == Measure.PROFIT);
    }

    private static long held(Group group) {
        return group.arms().stream()
                .filter(ArmFigures::control)
                .mapToLong(arm -> arm.figures().targeted())
                .sum();
    }

    private static Set<Basis.Sight> unseen(EffectAnswer answer, Weeks weeks, Subject subject) {
        Set<Basis.Sight> unseen = new TreeSet<>();
        boolean money = answer.set().mapping().records(OutcomeRole.REVENUE);
        if (!answer.set().mapping().records(OutcomeRole.DELIVERED)) {
            unseen.add(Basis.Sight.DELIVERY);
        }
        if (!money) {
            unseen.add(Basis.Sight.MONEY);
        } else if (!answer.set().mapping().records(OutcomeRole.COST)
                && answer.request().economics().costPerSend().signum() == 0) {
            unseen.add(Basis.Sight.COST);
        }
        if (!weeks.tell(subject)) {
            unseen.add(Basis.Sight.TIME);
        }
        return unseen;
    }

    private static Optional<Division> division(EffectAnswer answer, Grouping wanted) {
        return answer.divisions().stream().filter(d -> d.grouping().equals(wanted)).findFirst();
    }
}
