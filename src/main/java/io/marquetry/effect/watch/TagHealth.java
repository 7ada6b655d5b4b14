package io.marquetry.effect.watch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Whether a tag still marks whom it marked. */
public sealed interface TagHealth {

    /** The distance that a normal value exceeds, on either side, in one of a thousand cases. */
    double ONE_IN_A_THOUSAND = 3.2905;

    /** From so many changes before the last on the rate of false alarms is known. */
    int FEWEST = 5;

    /** Nothing unusual, or too little is known. */
    record Usual() implements TagHealth {}

    /**
     * The last change was far larger than those before.
     *
     * @param factor new size by old size
     */
    record Jumped(LocalDate on, long from, long to, double factor) implements TagHealth {}

    /** Nobody carries it any more. */
    record Died(LocalDate on, long from) implements TagHealth {}

    /**
     * Judges the last size of a tag. Where nobody carries it any more, it died. It jumped where it
     * changed by more than a half (or fell by more than a third), by more than counting so few
     * people varies by itself, and by more than some times the usual change: the median of the
     * absolute logarithmic changes before (F. R. Hampel, JASA 69 (1974) 383-393).
     *
     * <p>From five changes before the last on, at most one in a thousand looks at a tag whose
     * logarithmic changes are independent, normal and equally wide is a false alarm; with fewer
     * that holds only where the usual change is small beside a half.
     *
     * @param sizes in the order of days
     */
    static TagHealth of(List<TagSize> sizes) {
        if (sizes.size() < 2) {
            return new Usual();
        }
        TagSize last = sizes.getLast();
        TagSize before = sizes.get(sizes.size() - 2);
        if (last.profiles() == 0) {
            return before.profiles() == 0
                    ? new Usual()
                    : new Died(last.takenOn(), before.profiles());
        }
        double old = before.profiles() + 0.5;
        double now = last.profiles() + 0.5;
        double usual = usualChange(sizes.subList(0, sizes.size() - 1));
        double far = Math.max(Math.log(1.5), times(sizes.size() - 2) * usual);
        // The logarithm of a count of n varies by 1/n.
        far = Math.max(far, ONE_IN_A_THOUSAND * Math.sqrt(1 / old + 1 / now));
        return Math.abs(Math.log(now / old)) > far
                ? new Jumped(
                        last.takenOn(),
                        before.profiles(),
                        last.profiles(),
                        (double) last.profiles() / Math.max(1, before.profiles()))
                : new Usual();
    }

    /** For 5, 6, 7 changes and so on: of an even number the upper median counts. */
    private static double[] table() {
        return new double[] {
            18.9, 10.8, 13.1, 9.1, 10.6, 8.2, 9.2, 7.6, 8.4, 7.2, 7.8, 6.8, 7.4, 6.6, 7.1
        };
    }

    /**
     * Returns how many times the median of so many absolute changes one more such change exceeds in
     * one of a thousand cases, if they are normal: from four million draws each, rounded up.
     */
    private static double times(int changes) {
        if (changes < FEWEST) {
            return 5;
        }
        double[] table = table();
        if (changes < FEWEST + table.length) {
            return table[changes - FEWEST];
        }
        return changes < 25 ? 7.1 : changes < 41 ? 6.4 : 5.9;
    }

    private static double usualChange(List<TagSize> sizes) {
        double[] changes = new double[sizes.size() - 1];
        for (int i = 1; i < sizes.size(); i++) {
            double factor = (sizes.get(i).profiles() + 0.5) / (sizes.get(i - 1).profiles() + 0.5);
            changes[i - 1] = Math.abs(Math.log(factor));
        }
        Arrays.sort(changes);
        return changes.length == 0 ? 0 : changes[changes.length / 2];
    }
}
