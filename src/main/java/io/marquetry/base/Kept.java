package io.marquetry.base;

/**
 * A thing as it is stored, with the revision that a later save has to state.
 *
 * @param <T> what is stored
 */
public record Kept<T>(T value, Revision revision) {}
