package io.marquetry.handoff.bundle;

import io.marquetry.asset.PictureFile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle holds.
 *
 * @param documents by their names inside
 * @param pictures that assets of the documents show
 * @param sources what its rules ask for; empty where the bundle says nothing of it
 */
public record Bundle(
        Map<String, byte[]> documents, List<PictureFile> pictures, List<BundleSource> sources) {

    /** Copies the collections. */
    public Bundle {
        documents = new LinkedHashMap<>(documents);
        pictures = List.copyOf(pictures);
        sources = List.copyOf(sources);
    }

    /** Makes one without pictures. */
    public Bundle(Map<String, byte[]> documents, List<BundleSource> sources) {
        this(documents, List.of(), sources);
    }
}
