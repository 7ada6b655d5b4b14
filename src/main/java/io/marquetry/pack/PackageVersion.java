package io.marquetry.pack;

import java.time.Instant;

/**
 * A finished state of a package; never changes.
 *
 * @param number from 1
 * @param document the canonical package document, the same bytes that export writes
 * @param sha256 hash of the document's UTF-8 bytes
 */
public record PackageVersion(
        PackageKey key, int number, String document, String sha256, Instant createdAt) {}
