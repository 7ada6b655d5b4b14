package io.marquetry.index;

import io.marquetry.audience.AudienceReaders;

/**
 * What tells how many profiles an audience has.
 *
 * @param readers ask the source itself, exactly
 * @param indexes answer at once, from a snapshot of who carries each tag
 */
public record Audiences(AudienceReaders readers, AudienceIndexes indexes) {}
