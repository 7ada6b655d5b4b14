package io.marquetry.effect.review;

/**
 * What a group is called.
 *
 * @param text as people call it
 * @param key names it for ever; empty where that is the text itself
 */
public record Name(String text, String key) {}
