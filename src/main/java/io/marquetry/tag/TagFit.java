package io.marquetry.tag;

import io.marquetry.base.Problem;

import java.util.List;

/** Tells whether tags can be counted in a source. */
@FunctionalInterface
public interface TagFit {

    /** Asks no source: every tag fits. */
    TagFit UNASKED = (tag, tags) -> List.of();

    /**
     * Returns why a tag cannot be counted; empty where it can.
     *
     * @param tags all tags, for rules that name others
     */
    List<Problem> problems(Tag tag, TagCatalog tags);
}
