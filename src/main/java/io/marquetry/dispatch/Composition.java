package io.marquetry.dispatch;

import io.marquetry.tag.TagKey;

/**
 * What a tag made of the audience when it was frozen: later evaluation needs it as it was.
 *
 * @param send how many of those who are sent to carry the tag
 * @param holdout how many of those held out
 * @param carriers bit {@code i & 63} of word {@code i >>> 6} stands for the person with ordinal i
 */
public record Composition(TagKey tag, long send, long holdout, long[] carriers) {}
