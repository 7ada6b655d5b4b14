package io.marquetry.effect.sums;

import io.marquetry.base.LocalizedText;

import java.time.LocalDate;
import java.util.Optional;

/** What the members of a group have in common. */
public sealed interface GroupValue {

    /** Returns the text or key by which outcomes can be found; empty where there is none. */
    default Optional<String> word() {
        return switch (this) {
            case Is is -> Optional.of(is.text());
            case Named named -> Optional.of(named.key());
            case Between _, Missing _, Carried _, Begins _ -> Optional.empty();
        };
    }

    /** A value, as people read it. */
    record Is(String text) implements GroupValue {}

    /**
     * A package, a tag or an asset that the workspace knows by a name.
     *
     * @param key names it for ever
     * @param name as people call it
     */
    record Named(String key, LocalizedText name) implements GroupValue {}

    /**
     * A range.
     *
     * @param from lowest value
     * @param below first value above it
     */
    record Between(String from, String below) implements GroupValue {}

    /** No value is known. */
    record Missing() implements GroupValue {}

    /** The profiles carry a tag, or do not. */
    record Carried(boolean yes) implements GroupValue {}

    /** A span of time that begins on the day. */
    record Begins(LocalDate day) implements GroupValue {}
}
