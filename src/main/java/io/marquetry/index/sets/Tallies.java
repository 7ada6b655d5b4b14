package io.marquetry.index.sets;

import java.lang.ref.SoftReference;
import java.util.List;

/**
 * The latest tallies of all sets of an index, from which the next one follows in part. Two of them:
 * seen from a group inside the audience, a question has two masks.
 */
public final class Tallies {

    /** Memory that is of use only as long as there is enough of it. */
    private volatile SoftReference<List<Tally>> latest = new SoftReference<>(List.of());

    /** Begins a mask of as many profiles as those of the tallies, with nobody in it. */
    public Mask mask(long profiles) {
        return new Mask(profiles, kept().stream().map(Tally::mask).toList());
    }

    /** Returns them, the latest first. */
    public List<Tally> kept() {
        List<Tally> kept = latest.get();
        return kept == null ? List.of() : kept;
    }

    /** Keeps a tally in place of the oldest one. */
    public void keep(Tally tally) {
        List<Tally> before = kept();
        if (before.contains(tally)) {
            return;
        }
        // Where two threads keep at the same time, one of the tallies is not kept.
        latest =
                new SoftReference<>(
                        before.isEmpty() ? List.of(tally) : List.of(tally, before.getFirst()));
    }
}
