package io.marquetry.handoff.incoming;

import java.util.Map;

/**
 * What is to become of things that stand otherwise in the workspace.
 *
 * @param others for all that are not named
 * @param byKey for single packages, tags and assets, by their keys here
 */
public record Choices(Existing others, Map<String, Existing> byKey) {

    /** Asks about everything that differs. */
    public static final Choices NONE = new Choices(Existing.ASK, Map.of());

    /** Copies the map. */
    public Choices {
        byKey = Map.copyOf(byKey);
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
