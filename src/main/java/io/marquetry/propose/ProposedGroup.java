package io.marquetry.propose;

import io.marquetry.base.LocalizedText;

import java.util.List;

/**
 * The tags that one column, or one kind of event, suggests.
 *
 * @param name how rules call the column or the events, exact
 * @param label the same, for people
 * @param tags none where {@code finding} says why
 * @param finding what the column is like
 */
public record ProposedGroup(
        String name, LocalizedText label, List<ProposedTag> tags, Finding finding) {

    /** Copies the tags. */
    public ProposedGroup {
        tags = List.copyOf(tags);
    }

    /** What a column or a kind of event is like, for who makes tags of it. */
    public enum Finding {
        /** There are tags to make. */
        USEFUL,
        /** Each profile has a value of its own, as keys and names are. */
        ALL_DIFFERENT,
        /** Every profile has the same value, or none has one. */
        ALL_ALIKE,
        /** Every tag that would suit exists. */
        MADE_ALREADY
    }
}
