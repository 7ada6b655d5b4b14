package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.pack.PackageKey;

import java.util.Map;
import java.util.Optional;

/**
 * What is to become of things that stand otherwise in the workspace.
 *
 * @param others for all that are not named
 * @param byKey for single packages, tags and assets, by their keys
 * @param renamed packages that come in under another key, which must be free
 * @param source whose profiles the packages shall address; empty for those that they name
 */
public record Choices(
        Existing others,
        Map<String, Existing> byKey,
        Map<PackageKey, PackageKey> renamed,
        Optional<SourceName> source) {

    /** Asks about everything that differs. */
    public static final Choices NONE =
            new Choices(Existing.ASK, Map.of(), Map.of(), Optional.empty());

    /** Copies the maps. */
    public Choices {
        byKey = Map.copyOf(byKey);
        renamed = Map.copyOf(renamed);
    }

    /** Returns what is to become of the thing with the key. */
    public Existing of(String key) {
        return byKey.getOrDefault(key, others);
    }

    /** What to do where the workspace holds something else under a key. */
    public enum Existing {
        /** Nothing is taken before somebody chose. */
        ASK,
        /** What the workspace holds stays. */
        KEEP,
        /** What comes in takes its place. */
        TAKE
    }
}
