package io.marquetry.propose;

import io.marquetry.tag.Tag;

/**
 * A tag that a source suggests and that nobody has made yet.
 *
 * @param tag ready to be saved; its key is free
 * @param size how many profiles would carry it, exact; never 0 and never all
 * @param advised whether most people would want it, so that it is ticked at first
 */
public record ProposedTag(Tag tag, long size, boolean advised) {}
