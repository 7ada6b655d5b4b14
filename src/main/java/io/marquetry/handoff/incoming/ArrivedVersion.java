package io.marquetry.handoff.incoming;

import io.marquetry.handoff.PackageDocument;
import io.marquetry.pack.PackageVersion;

/**
 * A version of a package as it arrived.
 *
 * @param document what it says
 * @param version the same as a version that the workspace can keep, its text in canonical form
 */
record ArrivedVersion(PackageDocument document, PackageVersion version) {}
