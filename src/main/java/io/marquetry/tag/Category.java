package io.marquetry.tag;

/** What a tag speaks of; each category has its own zone in a package. */
public enum Category {
    /** Who is addressed. */
    AUDIENCE,
    /** What they get. */
    BENEFIT,
    /** What they read. */
    CONTENT,
    /** How it is delivered or recommended. */
    RULE
}
