package io.marquetry.effect.figures;

import io.marquetry.base.LocalizedText;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.tag.TagCatalog;

import java.util.List;
import java.util.Optional;

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
     * @param name empty: it is gone
     * @param tags in the order of their keys
     * @param assets the keys of the assets behind its tags, in their order
     */
    record Parts(Optional<LocalizedText> name, List<GroupValue> tags, List<GroupValue> assets) {

        /** Nothing at all. */
        public static final Parts NONE = new Parts(Optional.empty(), List.of(), List.of());

        /** Copies the lists. */
        public Parts {
            tags = List.copyOf(tags);
            assets = List.copyOf(assets);
        }
    }
}
