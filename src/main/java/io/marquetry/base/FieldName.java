package io.marquetry.base;

/** What rules call a thing that a source knows; people may call it otherwise. */
public sealed interface FieldName {

    /** Returns the name as rules write it, exact. */
    String name();

    /** A field of profiles. */
    record OfProfiles(String name) implements FieldName {}

    /** A kind of events. */
    record Events(String name) implements FieldName {}

    /**
     * A field of events.
     *
     * @param events what rules call the events
     */
    record OfEvents(String events, String name) implements FieldName {}

    /** Stands between events and a field of theirs where both are written as one. */
    String BETWEEN = ":";

    /** Returns the name as one text: {@code city}, or {@code purchases:amount}. */
    default String written() {
        return switch (this) {
            case OfProfiles field -> field.name();
            case Events events -> events.name();
            case OfEvents field -> field.events() + BETWEEN + field.name();
        };
    }
}
