package io.marquetry.source.engine.jdbc;

import java.time.Instant;

/**
 * The state of a source at one moment.
 *
 * @param fingerprint equal fingerprints, equal profiles and events
 * @param asOf when it was so
 * @param profiles how many there are
 */
public record SourceState(String fingerprint, Instant asOf, long profiles) {}
