package io.marquetry.propose;

import io.marquetry.audience.Breakdown;

import java.util.ArrayList;
import java.util.List;

/** Joins the bars of a break-down to a few bands of about as many profiles each. */
final class Bands {

    /** Most bands; more would be hard to tell apart. */
    static final int MAX_BANDS = 4;

    private Bands() {}

    /**
     * Neighbouring bars, both ends as text.
     *
     * @param low the least value
     * @param high the greatest value, or the first one beyond
     * @param open whether {@code high} itself lies beyond the band
     */
    record Band(String low, String high, boolean open, long count) {}

    /** Returns the bands from the least to the greatest; bars without a place have no part. */
    static List<Band> of(List<Breakdown.Bar> bars) {
        List<Band> single = new ArrayList<>();
        for (Breakdown.Bar bar : bars) {
            switch (bar) {
                case Breakdown.OfValue v ->
                        single.add(new Band(v.value(), v.value(), false, v.count()));
                case Breakdown.OfRange r ->
                        single.add(new Band(r.low(), r.high(), true, r.count()));
                case Breakdown.OfOthers others -> {}
                case Breakdown.OfMissing missing -> {}
            }
        }
        return joined(single);
    }

    private static List<Band> joined(List<Band> single) {
        long left = single.stream().mapToLong(Band::count).sum();
        List<Band> bands = new ArrayList<>();
        int next = 0;
        while (next < single.size()) {
            long share = left / (MAX_BANDS - bands.size());
            Band band = single.get(next++);
            while (next < single.size()
                    && (bands.size() == MAX_BANDS - 1
                            || isNearer(band.count(), single.get(next).count(), share))) {
                Band more = single.get(next++);
                band = new Band(band.low(), more.high(), more.open(), band.count() + more.count());
            }
            left -= band.count();
            bands.add(band);
        }
        return bands;
    }

    private static boolean isNearer(long now, long more, long wanted) {
        return Math.abs(now + more - wanted) <= Math.abs(now - wanted);
    }
}
