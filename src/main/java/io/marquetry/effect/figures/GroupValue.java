package io.marquetry.effect.figures;

import java.time.LocalDate;

/** What the members of a group have in common. */
public sealed interface GroupValue {

    /** A value, as people read it; for a package, a tag or an asset its key. */
    record Is(String text) implements GroupValue {}

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
