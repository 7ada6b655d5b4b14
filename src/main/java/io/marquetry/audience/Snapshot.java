package io.marquetry.audience;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The state of a source that a number is exact for.
 *
 * @param source where the profiles are
 * @param fingerprint hash of the source's content: equal fingerprints, equal profiles
 * @param asOf when the source had this content; for an imported file the time of the import
 * @param today the day that relative dates are counted from
 */
public record Snapshot(SourceName source, String fingerprint, Instant asOf, LocalDate today) {}
