package io.marquetry.handoff.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle holds.
 *
 * @param documents by their names inside
 * @param sources what its rules ask for; empty where the bundle says nothing of it
 */
public record Bundle(Map<String, byte[]> documents, List<BundleSource> sources) {

    /** Copies the collections. */
    public Bundle {
        documents = new LinkedHashMap<>(documents);
        sources = List.copyOf(sources);
    }
}
