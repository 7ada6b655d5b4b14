package io.marquetry.effect;

/** What an empty cell of a column means. */
public enum Absence {
    /** Nothing happened: no, not once, no money. */
    NOTHING,
    /** The value is not known: the row is in no figure that needs it. */
    UNKNOWN
}
