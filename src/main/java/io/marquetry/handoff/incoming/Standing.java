package io.marquetry.handoff.incoming;

/** How something that comes in stands to what the workspace holds under its key. */
public enum Standing {
    /** The workspace holds nothing under the key. */
    NEW,
    /** The workspace holds the very same. */
    SAME,
    /** The workspace holds something else under the key: somebody has to choose. */
    DIFFERENT
}
