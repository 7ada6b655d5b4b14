package io.marquetry.effect.figures;

import io.marquetry.effect.PackageRef;
import io.marquetry.tag.TagCatalog;

import java.util.Set;

/** Tells what packages are made of. */
public interface PackageParts {

    /**
     * Returns what a package is made of; {@link Parts#NONE} where it is gone.
     *
     * @param tags knows the assets behind tags
     */
    Parts of(PackageRef pack, TagCatalog tags);

    /**
     * What a package is made of.
     *
     * @param tags the keys of its tags, in their order
     * @param assets the keys of the assets behind its tags, in their order
     */
    record Parts(Set<String> tags, Set<String> assets) {

        /** Nothing at all. */
        public static final Parts NONE = new Parts(Set.of(), Set.of());
    }
}
