package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Reduced;
import io.marquetry.effect.stats.Sequential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A comparison that can still be made at any level: at which, its family decides.
 *
 * @param at makes it
 */
record Candidate(Family.Kind kind, Measure measure, Function<Level, ArmComparison> at) {

    /**
     * Makes the comparisons of groups, corrected by family: p-value and interval alike, so that the
     * verdict follows from what is shown. What is alone is not corrected.
     *
     * @param groups the candidates of each group; none where it has no control
     */
    static List<List<ArmComparison>> corrected(
            List<List<Candidate>> groups, Correction correction, Level level) {
        // Thousands of cells take a while: all cores make them, each in its place.
        List<List<ArmComparison>> made =
                groups.parallelStream().map(candidates -> plain(candidates, level)).toList();
        Map<List<Object>, List<Place>> families = new LinkedHashMap<>();
        for (int g = 0; g < made.size(); g++) {
            List<ArmComparison> plain = made.get(g);
            for (int i = 0; i < plain.size(); i++) {
                Candidate candidate = groups.get(g).get(i);
                ArmComparison comparison = plain.get(i);
                if (comparison.difference() instanceof Difference.Measured measured) {
                    families.computeIfAbsent(
                                    List.of(candidate.kind(), candidate.measure()),
                                    _ -> new ArrayList<>())
                            .add(new Place(plain, i, candidate, comparison, measured));
                }
            }
        }
        families.values().stream()
                .filter(family -> family.size() > 1)
                .forEach(family -> correct(family, correction, level));
        return made;
    }

    private static List<ArmComparison> plain(List<Candidate> candidates, Level level) {
        List<ArmComparison> made = new ArrayList<>();
        candidates.forEach(candidate -> made.add(candidate.at().apply(level)));
        return made;
    }

    /** Makes comparisons again, each at its own level. */
    private static List<ArmComparison> at(List<Place> places, List<Level> levels) {
        return IntStream.range(0, places.size())
                .parallel()
                .mapToObj(i -> places.get(i).candidate().at().apply(levels.get(i)))
                .toList();
    }

    private static void correct(List<Place> family, Correction correction, Level level) {
        List<Double> pValues = family.stream().map(place -> place.plain().pValue()).toList();
        List<Double> adjusted = correction.adjust(pValues);
        List<Level> levels = correction.levels(pValues, level);
        int groups =
                (int)
                        family.stream()
                                .map(Place::group)
                                .map(System::identityHashCode)
                                .distinct()
                                .count();
        Family name =
                new Family(family.getFirst().candidate().kind(), groups, family.size(), correction);
        List<ArmComparison> atLevels = at(family, levels);
        for (int i = 0; i < family.size(); i++) {
            Place place = family.get(i);
            ArmComparison wide = atLevels.get(i);
            if (wide.difference() instanceof Difference.Measured measured) {
                place.group()
                        .set(
                                place.index(),
                                wide.corrected(
                                        measured.withPValue(adjusted.get(i)),
                                        place.plain(),
                                        Optional.of(name)));
            }
        }
        early(family, correction, level);
        reduced(family, correction, level);
    }

    /** What may be said at any look has its own p-values, so its own steps. */
    private static void early(List<Place> family, Correction correction, Level level) {
        correct(
                family,
                correction,
                level,
                comparison -> comparison.early().map(Sequential::pValue),
                (now, made, p) ->
                        now.with(made.early().map(found -> found.withPValue(p)), now.reduced()));
    }

    /** So have differences without what was known before. */
    private static void reduced(List<Place> family, Correction correction, Level level) {
        correct(
                family,
                correction,
                level,
                comparison -> comparison.reduced().flatMap(Candidate::pValue),
                (now, made, p) ->
                        now.with(now.early(), made.reduced().map(found -> found.withPValue(p))));
    }

    private static void correct(
            List<Place> family,
            Correction correction,
            Level level,
            Function<ArmComparison, Optional<Double>> pValue,
            Corrected corrected) {
        List<Place> told =
                family.stream().filter(place -> pValue.apply(place.alone()).isPresent()).toList();
        List<Double> pValues =
                told.stream().map(place -> pValue.apply(place.alone()).orElseThrow()).toList();
        List<Double> adjusted = correction.adjust(pValues);
        List<Level> levels = correction.levels(pValues, level);
        List<ArmComparison> made = at(told, levels);
        for (int i = 0; i < told.size(); i++) {
            Place place = told.get(i);
            place.group()
                    .set(
                            place.index(),
                            corrected.of(
                                    place.group().get(place.index()),
                                    made.get(i),
                                    adjusted.get(i)));
        }
    }

    private static Optional<Double> pValue(Reduced reduced) {
        return reduced.difference() instanceof Difference.Measured measured
                ? Optional.of(measured.pValue())
                : Optional.empty();
    }

    /** Puts a part that was made at the right level into a comparison. */
    private interface Corrected {
        ArmComparison of(ArmComparison now, ArmComparison made, double pValue);
    }

    private record Place(
            List<ArmComparison> group,
            int index,
            Candidate candidate,
            ArmComparison alone,
            Difference.Measured plain) {}
}
