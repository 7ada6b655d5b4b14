package io.marquetry.sample.generated;

import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;

import java.time.Duration;
import java.util.List;

/**
 * What was made.
 *
 * @param purchases how many there are
 * @param tags how many audience tags the sample has
 * @param kept how many of its tags were in the workspace before and stay as they were
 * @param packages the new packages in work
 * @param bytes of the source's file
 * @param took from the first row to the last package
 */
public record GeneratedSample(
        ProfileSource source,
        long purchases,
        int tags,
        int kept,
        List<PackageKey> packages,
        long bytes,
        Duration took) {

    /** Copies the packages. */
    public GeneratedSample {
        packages = List.copyOf(packages);
    }
}
