package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Overlap;

import java.util.List;

/**
 * Who is in just which of some audiences, in all combinations; exact for the snapshot of the index.
 *
 * @param others the packages beside the audience itself, which goes by place 0
 * @param sizes profiles in each audience, the audience itself first
 * @param combinations the largest first; places count from the audience itself
 * @param reached profiles in one audience or more
 * @param repeated profiles in two or more: who would be contacted more than once
 */
public record PackageCombinations(
        List<OtherPackage> others,
        List<Long> sizes,
        List<Overlap.Combination> combinations,
        long reached,
        long repeated) {

    /** How many packages can be combined with an audience. */
    public static final int MAX_OTHERS = Overlap.MAX_COMBINED - 1;

    /** Copies the lists. */
    public PackageCombinations {
        others = List.copyOf(others);
        sizes = List.copyOf(sizes);
        combinations = List.copyOf(combinations);
    }

    /**
     * Counts all combinations.
     *
     * @param others at most {@value #MAX_OTHERS}
     * @throws io.marquetry.base.ProblemException if an audience names a tag that is not indexed
     */
    public static PackageCombinations of(
            MembershipIndex index, AllOf audience, List<OtherPackage> others) {
        List<AllOf> audiences = PackageOverlap.audiences(audience, others);
        Overlap overlap = Overlap.of(index, audiences);
        return new PackageCombinations(
                others,
                overlap.sizes(),
                Overlap.combinations(index, audiences),
                overlap.reached(),
                overlap.repeated());
    }
}
