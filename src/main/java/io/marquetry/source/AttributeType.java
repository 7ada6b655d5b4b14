package io.marquetry.source;

/** What values an attribute or an event field has. */
public enum AttributeType {
    /** Any text. */
    TEXT,
    /** Whole numbers of 64 bits. */
    INTEGER,
    /** Exact decimal numbers, up to 38 digits. */
    DECIMAL,
    /** Calendar days. */
    DATE,
    /** Wall-clock times. */
    DATETIME,
    /** True or false. */
    BOOLEAN
}
