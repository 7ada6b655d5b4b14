package io.marquetry.propose;

import io.marquetry.audience.SourceName;
import io.marquetry.tag.Tag;

import java.util.List;

/**
 * What a source suggests.
 *
 * @param profiles how many profiles the source has
 * @param groups the columns in the order of the source, then the events
 */
public record Proposals(SourceName source, long profiles, List<ProposedGroup> groups) {

    /** Copies the groups. */
    public Proposals {
        groups = List.copyOf(groups);
    }

    /** Returns the tags that are ticked at first. */
    public List<Tag> advised() {
        return groups.stream()
                .flatMap(group -> group.tags().stream())
                .filter(ProposedTag::advised)
                .map(ProposedTag::tag)
                .toList();
    }
}
