package io.marquetry.requirement.search;

import io.marquetry.asset.Asset;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Tag;

import java.util.List;
import java.util.Optional;

/**
 * A tag with all that can be searched of it.
 *
 * @param scenario what it is used for
 * @param asset what it stands for
 * @param accepted requirements that people accepted it for, in their words
 */
public record SearchableTag(
        Tag tag, Optional<LocalizedText> scenario, Optional<Asset> asset, List<String> accepted) {

    /** Copies the list. */
    public SearchableTag {
        accepted = List.copyOf(accepted);
    }
}
