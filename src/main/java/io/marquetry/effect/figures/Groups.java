package io.marquetry.effect.figures;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts the database's sums together: arms, groups, comparisons, corrected where they are many. */
final class Groups {

    /** More arms than these are compared with the control only, not with each other. */
    private static final int MOST_ARMS_IN_PAIRS = 6;

    private final OutcomeMapping mapping;
    private final Design design;
    private final EffectRequest request;
    private final FigureSheet sheet;
    private final Comparisons comparisons;

    Groups(OutcomeMapping mapping, Design design, EffectRequest request) {
        this.mapping = mapping;
        this.design = design;
        this.request = request;
        this.sheet = new FigureSheet(mapping, request.economics(), request.level());
        this.comparisons = new Comparisons(mapping, sheet, request.economics(), request.level());
    }

    /** Makes the group of everybody. */
    Group all(List<SumRow> rows) {
        return group(List.of(), arms(rows), true);
    }

    /** Makes the groups of one grouping, with p-values corrected over all of them. */
    Division division(Grouping grouping, List<SumRow> rows) {
        // Nobody compares treated arms cell by cell, and there are thousands of cells.
        boolean pairs = grouping.dimensions().size() == 1;
        Map<List<GroupValue>, List<SumRow>> byValues = new LinkedHashMap<>();
        rows.forEach(
                row -> byValues.computeIfAbsent(row.values(), v -> new ArrayList<>()).add(row));
        List<Group> groups =
                byValues.entrySet().stream()
                        .map(entry -> group(entry.getKey(), arms(entry.getValue()), pairs))
                        .sorted((a, b) -> GroupOrder.compare(a.values(), b.values()))
                        .toList();
        return new Division(grouping, corrected(groups));
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

    private Group group(List<GroupValue> values, Map<String, OutcomeSums> arms, boolean pairs) {
        OutcomeSums treated =
                arms.entrySet().stream()
                        .filter(e -> !design.isControl(e.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(OutcomeSums.NONE, OutcomeSums::plus);
        Stream<ArmFigures> figures =
                arms.entrySet().stream()
                        .map(
                                e ->
                                        new ArmFigures(
                                                e.getKey(),
                                                design.isControl(e.getKey()),
                                                sheet.of(e.getValue())));
        List<ArmFigures> ordered =
                figures.sorted(java.util.Comparator.comparing(ArmFigures::control)).toList();
        return new Group(values, ordered, sheet.of(treated), uplift(arms, treated, pairs));
    }

    private Uplift uplift(Map<String, OutcomeSums> arms, OutcomeSums treated, boolean pairs) {
        if (!(design instanceof Design.Randomised randomised)) {
            return new Uplift.NoControl(Uplift.Reason.NOT_RANDOMISED);
        }
        String control = randomised.controlArm();
        OutcomeSums held = arms.getOrDefault(control, OutcomeSums.NONE);
        if (held.counts().targeted() == 0) {
            return new Uplift.NoControl(Uplift.Reason.NOBODY_HELD_OUT);
        }
        if (treated.counts().targeted() == 0) {
            return new Uplift.NoControl(Uplift.Reason.NOBODY_TREATED);
        }
        List<String> names = arms.keySet().stream().filter(a -> !a.equals(control)).toList();
        List<Comparison> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(
                    comparisons.between(Optional.of(name), sums(arms, name), control, held, true));
        }
        if (names.size() > 1) {
            all.addAll(comparisons.between(Optional.empty(), treated, control, held, true));
        }
        if (pairs && names.size() <= MOST_ARMS_IN_PAIRS) {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    all.addAll(
                            comparisons.between(
                                    Optional.of(names.get(i)),
                                    sums(arms, names.get(i)),
                                    names.get(j),
                                    sums(arms, names.get(j)),
                                    false));
                }
            }
        }
        return new Uplift.Measured(all);
    }

    private static OutcomeSums sums(Map<String, OutcomeSums> arms, String name) {
        return arms.getOrDefault(name, OutcomeSums.NONE);
    }

    /** Corrects each measure over all groups and arms of a grouping. */
    private List<Group> corrected(List<Group> groups) {
        if (groups.size() < 2) {
            return groups;
        }
        List<List<Comparison>> found = new ArrayList<>();
        for (Group group : groups) {
            found.add(
                    group.uplift() instanceof Uplift.Measured measured
                            ? new ArrayList<>(measured.comparisons())
                            : new ArrayList<>());
        }
        for (Measure measure : Measure.values()) {
            correct(found, measure);
        }
        List<Group> corrected = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            corrected.add(
                    group.uplift() instanceof Uplift.Measured
                            ? new Group(
                                    group.values(),
                                    group.arms(),
                                    group.treated(),
                                    new Uplift.Measured(found.get(i)))
                            : group);
        }
        return corrected;
    }

    private void correct(List<List<Comparison>> found, Measure measure) {
        List<int[]> places = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < found.get(i).size(); j++) {
                Comparison comparison = found.get(i).get(j);
                // All arms together repeat what the single arms say.
                boolean single =
                        comparison.arm().isPresent() && design.isControl(comparison.against());
                if (single
                        && comparison.measure() == measure
                        && comparison.difference() instanceof Difference.Measured measured) {
                    places.add(new int[] {i, j});
                    pValues.add(measured.pValue());
                }
            }
        }
        List<Double> adjusted = request.correction().adjust(pValues);
        for (int k = 0; k < places.size(); k++) {
            int[] place = places.get(k);
            found.get(place[0])
                    .set(place[1], found.get(place[0]).get(place[1]).withAdjusted(adjusted.get(k)));
        }
    }
}
