package io.marquetry.ui.shell;

import io.marquetry.tag.Category;

import java.util.Optional;

/**
 * A line of what was found.
 *
 * @param kind what it is, in words
 * @param name what people call it
 * @param detail its key, or the keys that give it
 * @param category of a tag
 * @param open goes there, or does it
 */
record Hit(String kind, String name, String detail, Optional<Category> category, Runnable open) {}
