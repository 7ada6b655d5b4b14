package io.marquetry.library;

import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * That a package was made from a template.
 *
 * @param key the package
 * @param template what it was made from
 * @param version of the template; the newer one after a merge
 * @param given what was filled in, by the names of the parameters
 * @param by login of whoever made it
 */
public record TemplateUse(
        PackageKey key,
        PackageKey template,
        int version,
        Map<String, String> given,
        String by,
        Instant at) {

    /** Copies what was given in order. */
    public TemplateUse {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
    }
}
