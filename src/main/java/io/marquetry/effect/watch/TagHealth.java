package io.marquetry.effect.watch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Whether a tag still marks whom it marked. */
public sealed interface TagHealth {

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
     * Judges the last size of a tag. The tag jumped where it changed by more than a half (or fell
     * by more than a third), and by more than five times the usual change: the median of the
     * absolute logarithmic changes before (F. R. Hampel, JASA 69 (1974) 383-393).
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
        double factor = (last.profiles() + 0.5) / (before.profiles() + 0.5);
        double usual = usualChange(sizes.subList(0, sizes.size() - 1));
        boolean large = Math.abs(Math.log(factor)) > Math.max(Math.log(1.5), 5 * usual);
        return large
                ? new Jumped(
                        last.takenOn(),
                        before.profiles(),
                        last.profiles(),
                        (double) last.profiles() / Math.max(1, before.profiles()))
                : new Usual();
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
