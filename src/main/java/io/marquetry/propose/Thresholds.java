package io.marquetry.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses among tags of the same kind, each of another size. */
final class Thresholds {

    /** Shares of the profiles that tags should have: half of them, a quarter, the best tenth. */
    private static final List<Double> WANTED = List.of(0.5, 0.25, 0.1);

    private Thresholds() {}

    /** Returns the candidates whose sizes come nearest to the wanted shares, each once. */
    static List<Candidate> nearest(List<Candidate> all, long profiles) {
        List<Candidate> chosen = new ArrayList<>();
        for (double share : WANTED) {
            all.stream()
                    .filter(candidate -> candidate.size() > 0 && candidate.size() < profiles)
                    .filter(candidate -> chosen.stream().noneMatch(c -> isNear(c, candidate)))
                    .min(
                            Comparator.comparingDouble(
                                    candidate -> Math.abs(candidate.size() - share * profiles)))
                    .ifPresent(chosen::add);
        }
        chosen.sort(Comparator.comparingLong(Candidate::size).reversed());
        return chosen;
    }

    /** Two tags of almost the same people are one too many. */
    private static boolean isNear(Candidate one, Candidate other) {
        return Math.abs(one.size() - other.size()) <= 0.1 * Math.max(one.size(), other.size());
    }
}
