package io.marquetry.ui.packages.versions;

import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.pack.PackageVersion;

import java.util.Optional;

/**
 * A finished version, read.
 *
 * @param document what it says
 * @param sha256 the hash that stands in the document itself, as its receivers see it
 * @param reason why it went out although there were warnings; empty where there were none
 */
record Finished(
        PackageVersion version, PackageDocument document, String sha256, Optional<String> reason) {

    static Finished of(PackageVersion version, Optional<String> reason) {
        return new Finished(
                version,
                PackageDocumentJson.read(version),
                PackageDocumentJson.ownHash(version),
                reason);
    }

    /** Returns its number, from 1. */
    int number() {
        return version.number();
    }
}
