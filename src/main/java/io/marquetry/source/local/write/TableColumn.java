package io.marquetry.source.local.write;

import io.marquetry.source.AttributeType;

/**
 * A column of a local source's table.
 *
 * @param name exact
 * @param scale digits after the point, for DECIMAL
 * @param required whether every row has a value
 */
public record TableColumn(String name, AttributeType type, int scale, boolean required) {}
