package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Overlap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How an audience overlaps with those of other packages; exact for the snapshot of the index.
 *
 * @param size profiles in the audience itself
 * @param shared the other packages, the largest overlap first
 * @param uncounted packages whose audience has no number here
 * @param reached profiles in one of the audiences or more
 * @param repeated profiles in two or more: who would be contacted more than once
 */
public record PackageOverlap(
        long size, List<Shared> shared, List<Uncounted> uncounted, long reached, long repeated) {

    /** Copies the lists. */
    public PackageOverlap {
        shared = List.copyOf(shared);
        uncounted = List.copyOf(uncounted);
    }

    /**
     * Counts the overlap, two by two.
     *
     * @throws ProblemException if the audience itself names a tag that is not indexed
     */
    public static PackageOverlap of(
            MembershipIndex index, AllOf audience, List<OtherPackage> others) {
        List<Uncounted> uncounted = new ArrayList<>();
        List<OtherPackage> counted = countable(index, others, uncounted);
        Overlap overlap = Overlap.of(index, audiences(audience, counted));
        List<Shared> shared = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            shared.add(
                    new Shared(
                            counted.get(i),
                            overlap.sizes().get(i + 1),
                            overlap.pairs().getFirst().get(i + 1)));
        }
        shared.sort(Comparator.comparingLong(Shared::both).reversed());
        return new PackageOverlap(
                overlap.sizes().getFirst(),
                shared,
                uncounted,
                overlap.reached(),
                overlap.repeated());
    }

    /** Returns the audience and those of the packages, in this order. */
    public static List<AllOf> audiences(AllOf audience, List<OtherPackage> others) {
        List<AllOf> all = new ArrayList<>(List.of(audience));
        others.forEach(other -> all.add(other.audience()));
        return all;
    }

    private static List<OtherPackage> countable(
            MembershipIndex index, List<OtherPackage> others, List<Uncounted> uncounted) {
        List<OtherPackage> counted = new ArrayList<>();
        for (OtherPackage other : others) {
            try {
                index.require(List.of(other.audience()));
                counted.add(other);
            } catch (ProblemException e) {
                uncounted.add(new Uncounted(other, e.problem()));
            }
        }
        return counted;
    }

    /**
     * The overlap with one package.
     *
     * @param size profiles in its audience
     * @param both profiles in both audiences
     */
    public record Shared(OtherPackage other, long size, long both) {}

    /** A package whose audience cannot be counted, and why. */
    public record Uncounted(OtherPackage other, Problem why) {}
}
