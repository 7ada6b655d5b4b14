package io.marquetry.effect.figures;

import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.query.SumsQuery;
import io.marquetry.effect.stats.ChiSquare;
import io.marquetry.effect.sums.Cells;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.OutcomeSums;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what is odd about a set of outcomes. */
final class Findings {

    /** Arms that were to be the same do not differ by more than half. */
    private static final double LOOK_EQUAL = 1.5;

    private final OutcomeSet set;

    Findings(OutcomeSet set) {
        this.set = set;
    }

    List<Finding> of(SumsQuery.Sums sums, Group all, List<Division> divisions) {
        List<Finding> findings = new ArrayList<>();
        sums.strangers()
                .forEach(
                        (source, profiles) -> {
                            if (profiles > 0) {
                                findings.add(new Finding.NotAmong(source, profiles));
                            }
                        });
        long contradictory = all.treated().sums().counts().contradictory();
        if (contradictory > 0) {
            findings.add(new Finding.Contradictory(contradictory));
        }
        if (set.design() instanceof Design.Randomised randomised
                && all.arms().stream().noneMatch(ArmFigures::control)) {
            findings.add(new Finding.ControlAbsent(randomised.controlArm()));
        }
        if (sums.withoutArm() > 0) {
            findings.add(new Finding.WithoutArm(sums.withoutArm()));
        }
        if (sums.odd().twoArms().profiles() > 0) {
            findings.add(new Finding.InTwoArms(sums.odd().twoArms().profiles()));
        }
        if (sums.odd().neverSent() > 0) {
            findings.add(new Finding.NeverSent(sums.odd().neverSent()));
        }
        cells(sums.odd().cells(), findings);
        unequal(all, findings);
        unbalanced(divisions, findings);
        byRow(all, divisions, findings);
        return findings;
    }

    /** Where nobody said what was planned, and the arms look as if they were to be the same. */
    private void unequal(Group all, List<Finding> findings) {
        if (!(set.design() instanceof Design.Randomised randomised)
                || randomised.plan().shares().size() > 1
                || all.arms().size() < 2) {
            return;
        }
        Map<String, Long> seen = new LinkedHashMap<>();
        all.arms().forEach(arm -> seen.put(arm.arm(), arm.figures().sums().people()));
        long most = Collections.max(seen.values());
        long fewest = Collections.min(seen.values());
        if (fewest > 0 && most <= LOOK_EQUAL * fewest) {
            List<Double> equal = Collections.nCopies(seen.size(), 1.0);
            double p = ChiSquare.ofShares(List.copyOf(seen.values()), equal);
            if (p < Split.FAILED_BELOW) {
                findings.add(new Finding.UnequalArms(seen, p));
            }
        }
    }

    /** Such cells are colours of a map; what is told of them is told of packages, too. */
    private static boolean isOverTime(Grouping grouping) {
        return grouping.dimensions().size() > 1
                && grouping.dimensions().stream().anyMatch(Dimension.Time.class::isInstance);
    }

    private static void byRow(Group all, List<Division> divisions, List<Finding> findings) {
        long rows = all.arms().stream().mapToLong(arm -> arm.figures().targeted()).sum();
        Optional<OutcomeSums> sums =
                all.arms().stream().map(arm -> arm.figures().sums()).reduce(OutcomeSums::plus);
        List<Grouping> blind =
                divisions.stream()
                        .filter(division -> !isOverTime(division.grouping()))
                        .filter(
                                division ->
                                        division.groups().stream()
                                                .flatMap(group -> group.arms().stream())
                                                .anyMatch(
                                                        arm ->
                                                                arm.figures()
                                                                        .sums()
                                                                        .crowd()
                                                                        .isEmpty()))
                        .map(Division::grouping)
                        .toList();
        sums.flatMap(OutcomeSums::crowd)
                .filter(crowd -> crowd.people() < rows && !blind.isEmpty())
                .ifPresent(crowd -> findings.add(new Finding.ByRow(blind, crowd.people(), rows)));
    }

    private void cells(Cells cells, List<Finding> findings) {
        cells.negative()
                .forEach(
                        (role, rows) -> {
                            if (rows > 0) {
                                findings.add(new Finding.NegativeCounts(role, column(role), rows));
                            }
                        });
        cells.empty()
                .forEach(
                        (role, rows) -> {
                            if (rows > 0) {
                                findings.add(empty(role, rows));
                            }
                        });
    }

    private Finding empty(OutcomeRole role, long rows) {
        if (role == OutcomeRole.PACKAGE && set.mapping().layout() instanceof OutcomeLayout.Events) {
            return new Finding.OfNoPackage(rows);
        }
        if (role == OutcomeRole.PACKAGE) {
            return new Finding.WithoutPackage(rows);
        }
        if (role == OutcomeRole.TARGETED
                && set.mapping().layout() instanceof OutcomeLayout.Totals) {
            return new Finding.WithoutDenominator(rows);
        }
        return new Finding.EmptyCells(
                role,
                column(role),
                rows,
                set.mapping().column(role).map(ColumnUse::absent).orElse(Absence.NOTHING));
    }

    private String column(OutcomeRole role) {
        return set.mapping().column(role).map(ColumnUse::column).orElse("");
    }

    /** Arms by groups of one attribute or tag; what was looked at makes each test stricter. */
    private void unbalanced(List<Division> divisions, List<Finding> findings) {
        if (!(set.design() instanceof Design.Randomised)) {
            return;
        }
        List<Division> told =
                divisions.stream()
                        .filter(division -> division.grouping().dimensions().size() == 1)
                        .filter(
                                division ->
                                        switch (division.grouping().dimensions().getFirst()) {
                                            case Dimension.Attribute _, Dimension.Carries _ -> true;
                                            case Dimension.Told _,
                                                    Dimension.Time _,
                                                    Dimension.PackageTag _,
                                                    Dimension.PackageAsset _ ->
                                                    false;
                                        })
                        .toList();
        for (Division division : told) {
            double p = ChiSquare.ofTable(table(division));
            if (p < Split.FAILED_BELOW / told.size()) {
                findings.add(
                        new Finding.Unbalanced(division.grouping().dimensions().getFirst(), p));
            }
        }
    }

    private static List<long[]> table(Division division) {
        List<Group> groups = division.groups();
        Map<String, long[]> arms = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (ArmFigures arm : groups.get(i).arms()) {
                arms.computeIfAbsent(arm.arm(), _ -> new long[groups.size()])[i] =
                        arm.figures().targeted();
            }
        }
        return List.copyOf(arms.values());
    }
}
