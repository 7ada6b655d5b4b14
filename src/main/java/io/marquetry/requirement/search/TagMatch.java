package io.marquetry.requirement.search;

import io.marquetry.tag.TagKey;

/**
 * A tag that a requirement seems to mean.
 *
 * @param score above 0; to be compared within one answer only
 * @param part the part of the requirement that it fits best, as it was written
 * @param excluded whether that part asks to leave its people out
 */
public record TagMatch(TagKey tag, double score, String part, boolean excluded) {}
