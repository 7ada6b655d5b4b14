package io.marquetry.effect;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outcomes that the workspace knows: where they lie and what they mean.
 *
 * @param title what people call them, for example the file's name
 * @param packages the package behind each text of the column {@link OutcomeRole#PACKAGE}; behind
 *     the empty text where there is no such column
 * @param addedAt when the workspace got to know them
 */
public record OutcomeSet(
        OutcomeName name,
        String title,
        OutcomeOrigin origin,
        OutcomeMapping mapping,
        Design design,
        Map<String, PackageRef> packages,
        Instant addedAt) {

    /** Copies the packages in order. */
    public OutcomeSet {
        packages = Collections.unmodifiableMap(new TreeMap<>(packages));
    }
}
