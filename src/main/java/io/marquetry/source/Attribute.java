package io.marquetry.source;

/**
 * A typed property of profiles or events.
 *
 * @param name how rules call it, exact
 * @param column the catalogue's exact name of the column behind it
 */
public record Attribute(String name, AttributeType type, String column) {}
