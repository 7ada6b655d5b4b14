/** The screen of the assets behind the tags: who keeps them, where they are used, what they say. */
@org.jspecify.annotations.NullMarked
package io.marquetry.ui.assets;
