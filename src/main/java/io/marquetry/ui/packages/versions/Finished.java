package io.marquetry.ui.packages.versions;

import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageVersion;

/**
 * A finished version, read.
 *
 * @param document what it says
 * @param sha256 the hash that stands in the document itself, as its receivers see it
 */
record Finished(PackageVersion version, PackageDocument document, String sha256) {

    static Finished of(PackageVersion version) {
        return new Finished(
                version,
                PackageDocumentJson.read(version),
                JsonView.of(StrictJson.read(version.document())).get("sha256").text());
    }

    /** Returns its number, from 1. */
    int number() {
        return version.number();
    }
}
