package io.marquetry.propose;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.TagRule;

/**
 * A tag in the making.
 *
 * @param name what people would call it
 * @param attribute the last part of its key, as near to its meaning as letters allow
 * @param size how many profiles satisfy the rule
 * @param common whether most people would want it
 */
record Candidate(LocalizedText name, String attribute, TagRule rule, long size, boolean common) {}
