package io.marquetry.effect.figures;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.OutcomeSums;
import io.marquetry.effect.sums.SumRow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the database's sums together: arms, groups, comparisons, corrected where they are many. */
final class Groups {

    /** More arms than these are compared with the control only, not with each other. */
    private static final int MAX_ARMS_IN_PAIRS = 6;

    private final OutcomeMapping mapping;
    private final Design design;
    private final EffectRequest request;
    private final FigureSheet sheet;
    private final Comparisons comparisons;
    private final Split split;

    /**
     * Puts sums together.
     *
     * @param everybody the sums of everybody, by arm
     */
    Groups(OutcomeMapping mapping, Design design, EffectRequest request, List<SumRow> everybody) {
        this.mapping = mapping;
        this.design = design;
        this.request = request;
        this.sheet = new FigureSheet(mapping, request.economics(), request.level());
        this.comparisons =
                new Comparisons(
                        mapping, sheet, request, isAdjusted(design), done(design, everybody));
        this.split = Split.of(design, arms(everybody), mapping.records(OutcomeRole.BEFORE));
    }

    private static boolean isAdjusted(Design design) {
        return switch (design) {
            case Design.Randomised randomised -> randomised.plan().adjusted();
            case Design.Observed _ -> false;
        };
    }

    /** Returns the part of the planned people that is there; 1 where nobody planned. */
    private static double done(Design design, List<SumRow> everybody) {
        long people = everybody.stream().mapToLong(row -> row.sums().counts().targeted()).sum();
        return switch (design) {
            case Design.Randomised randomised ->
                    randomised.plan().people().isPresent()
                            ? (double) people / randomised.plan().people().getAsLong()
                            : 1;
            case Design.Observed _ -> 1;
        };
    }

    /** Returns whether chance can have made the arms. */
    Split split() {
        return split;
    }

    /** Makes the group of everybody. */
    Group all(List<SumRow> rows) {
        return groups(Map.of(List.of(), rows), true).getFirst();
    }

    /** Makes the groups of one grouping, with comparisons corrected over all of them. */
    Division division(Grouping grouping, List<SumRow> rows) {
        // Nobody compares treated arms cell by cell, and there are thousands of cells.
        boolean pairs = grouping.dimensions().size() == 1;
        Map<List<GroupValue>, List<SumRow>> byValues = new LinkedHashMap<>();
        rows.forEach(
                row -> byValues.computeIfAbsent(row.values(), v -> new ArrayList<>()).add(row));
        return new Division(
                grouping,
                groups(byValues, pairs).stream()
                        .sorted((a, b) -> GroupOrder.compare(a.values(), b.values()))
                        .toList());
    }

    private Map<String, OutcomeSums> arms(List<SumRow> rows) {
        Map<String, OutcomeSums> arms = new TreeMap<>();
        for (SumRow row : rows) {
            OutcomeSums sums =
                    mapping.records(OutcomeRole.SENT)
                            ? row.sums()
                            : row.sums().withSent(!design.isControl(row.arm()));
            arms.merge(row.arm(), sums, OutcomeSums::plus);
        }
        return arms;
    }

    /** Makes groups whose comparisons are corrected together. */
    private List<Group> groups(Map<List<GroupValue>, List<SumRow>> byValues, boolean pairs) {
        List<Plain> plain =
                List.copyOf(byValues.entrySet()).parallelStream()
                        .map(entry -> plain(entry.getKey(), entry.getValue(), pairs))
                        .toList();
        List<Group> groups = plain.stream().map(Plain::group).toList();
        List<List<Candidate>> candidates = plain.stream().map(Plain::candidates).toList();
        List<List<ArmComparison>> made =
                Candidate.corrected(candidates, request.correction(), request.level());
        List<Group> compared = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            compared.add(
                    group.uplift() instanceof Uplift.Measured
                            ? new Group(
                                    group.values(),
                                    group.arms(),
                                    group.treated(),
                                    new Uplift.Measured(made.get(i)))
                            : group);
        }
        return compared;
    }

    private Plain plain(List<GroupValue> values, List<SumRow> rows, boolean pairs) {
        Map<String, OutcomeSums> arms = arms(rows);
        OutcomeSums treated =
                arms.entrySet().stream()
                        .filter(e -> !design.isControl(e.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(OutcomeSums.NONE, OutcomeSums::plus);
        Optional<Uplift.Reason> none = noControl(arms, treated);
        List<Candidate> candidates =
                none.isEmpty() && design instanceof Design.Randomised randomised
                        ? candidates(randomised.controlArm(), arms, treated, pairs)
                        : List.of();
        Uplift uplift =
                none.<Uplift>map(Uplift.NoControl::new)
                        .orElseGet(() -> new Uplift.Measured(List.of()));
        return new Plain(new Group(values, figures(arms), sheet.of(treated), uplift), candidates);
    }

    private List<ArmFigures> figures(Map<String, OutcomeSums> arms) {
        return arms.entrySet().stream()
                .map(
                        e ->
                                new ArmFigures(
                                        e.getKey(),
                                        design.isControl(e.getKey()),
                                        sheet.of(e.getValue())))
                .sorted(Comparator.comparing(ArmFigures::control))
                .toList();
    }

    private Optional<Uplift.Reason> noControl(Map<String, OutcomeSums> arms, OutcomeSums treated) {
        if (!(design instanceof Design.Randomised randomised)) {
            return Optional.of(Uplift.Reason.NOT_RANDOMISED);
        }
        if (sums(arms, randomised.controlArm()).counts().targeted() == 0) {
            return Optional.of(Uplift.Reason.NOBODY_HELD_OUT);
        }
        if (!split.isSound()) {
            return Optional.of(Uplift.Reason.SPLIT_FAILED);
        }
        return treated.counts().targeted() == 0
                ? Optional.of(Uplift.Reason.NOBODY_TREATED)
                : Optional.empty();
    }

    private List<Candidate> candidates(
            String control, Map<String, OutcomeSums> arms, OutcomeSums treated, boolean pairs) {
        OutcomeSums held = sums(arms, control);
        List<String> names = arms.keySet().stream().filter(a -> !a.equals(control)).toList();
        List<Candidate> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(
                    comparisons.between(
                            new Comparisons.Arms(
                                    Family.Kind.ARMS,
                                    Optional.of(name),
                                    sums(arms, name),
                                    control,
                                    held)));
        }
        if (names.size() > 1) {
            all.addAll(
                    comparisons.between(
                            new Comparisons.Arms(
                                    Family.Kind.TOGETHER,
                                    Optional.empty(),
                                    treated,
                                    control,
                                    held)));
        }
        if (pairs && names.size() <= MAX_ARMS_IN_PAIRS) {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    all.addAll(
                            comparisons.between(
                                    new Comparisons.Arms(
                                            Family.Kind.PAIRS,
                                            Optional.of(names.get(i)),
                                            sums(arms, names.get(i)),
                                            names.get(j),
                                            sums(arms, names.get(j)))));
                }
            }
        }
        return all;
    }

    private static OutcomeSums sums(Map<String, OutcomeSums> arms, String name) {
        return arms.getOrDefault(name, OutcomeSums.NONE);
    }

    /** A group without comparisons, and those that can be made. */
    private record Plain(Group group, List<Candidate> candidates) {}
}
