package io.marquetry.library;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings what changed in a template into a package that was made from it: from the old template as
 * it was filled in, the new one, and the package as it was edited since. What one side alone
 * changed is taken; what both changed is asked. Name, key and source stay the package's own.
 */
public record TemplateMerge(AssetPackage merged, Set<Category> both) {

    /** Whose change stands where both changed the same. */
    public enum Side {
        OURS,
        THEIRS
    }

    /** Copies the zones. */
    public TemplateMerge {
        both = Set.copyOf(both);
    }

    /**
     * Merges.
     *
     * @param side whose change stands where both changed the same; empty: such a zone stays as it
     *     is, and is named in {@link #both}
     */
    static TemplateMerge of(
            AssetPackage old, AssetPackage ours, AssetPackage theirs, Optional<Side> side) {
        Set<Category> both = EnumSet.noneOf(Category.class);
        AssetPackage merged = ours;
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            List<TagKey> list =
                    merged(old.zone(zone), ours.zone(zone), theirs.zone(zone)).distinct();
            merged = merged.withZone(zone, list);
        }
        Three<AudienceExpression> members =
                merged(
                        old.audience().members(),
                        ours.audience().members(),
                        theirs.audience().members());
        if (!members.clash()) {
            merged = merged.withAudience(new AllOf(members.taken()));
        } else if (side.isEmpty()) {
            both.add(Category.AUDIENCE);
        } else if (side.get() == Side.THEIRS) {
            merged = merged.withAudience(theirs.audience());
        }
        return new TemplateMerge(merged, both);
    }

    /** Removed by one side is removed, added by one side is added, at the place it has there. */
    private static <T> Three<T> merged(List<T> old, List<T> ours, List<T> theirs) {
        if (old.equals(theirs)) {
            return new Three<>(ours, false);
        }
        if (old.equals(ours) || ours.equals(theirs)) {
            return new Three<>(theirs, false);
        }
        List<T> taken = new ArrayList<>(ours);
        taken.removeIf(one -> old.contains(one) && !theirs.contains(one));
        for (int i = 0; i < theirs.size(); i++) {
            T one = theirs.get(i);
            if (!old.contains(one) && !taken.contains(one)) {
                int after = i == 0 ? -1 : taken.indexOf(theirs.get(i - 1));
                taken.add(after < 0 ? Math.min(i, taken.size()) : after + 1, one);
            }
        }
        // The same was taken out by both, and each may have put something else in its place.
        boolean clash =
                old.stream().anyMatch(one -> !ours.contains(one) && !theirs.contains(one))
                        && ours.stream().anyMatch(one -> !old.contains(one))
                        && theirs.stream().anyMatch(one -> !old.contains(one));
        return new Three<>(taken, clash);
    }

    private record Three<T>(List<T> taken, boolean clash) {

        List<T> distinct() {
            return taken.stream().distinct().toList();
        }
    }
}
