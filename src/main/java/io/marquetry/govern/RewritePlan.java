package io.marquetry.govern;

import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.List;

/**
 * What a rename or a merge would do; nothing is changed yet.
 *
 * @param rewrite what would be written, under the revisions that were seen
 * @param packages the packages that would say something else as they stand
 * @param histories how many more drafts name the tag only in edits that were made or undone before
 * @param rules the other tags whose rules would ask for the other tag
 * @param after all tags as they would be
 */
public record RewritePlan(
        TagRewrite rewrite,
        List<PackageChange> packages,
        int histories,
        List<TagKey> rules,
        TagCatalog after) {

    /** Copies the lists. */
    public RewritePlan {
        packages = List.copyOf(packages);
        rules = List.copyOf(rules);
    }

    /**
     * One package that would say something else.
     *
     * @param moved in how many places the other tag would stand
     * @param collapsed in how many it stands already, so that the two fall together
     */
    public record PackageChange(
            AssetPackage before, AssetPackage after, int moved, int collapsed) {}
}
