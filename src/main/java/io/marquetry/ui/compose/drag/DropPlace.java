package io.marquetry.ui.compose.drag;

import io.marquetry.pack.NodePath;
import io.marquetry.tag.Category;

/** Where the mouse would let go. */
public sealed interface DropPlace {

    /** Into a group of the audience, before the member with the index. */
    record InGroup(NodePath group, int index) implements DropPlace {}

    /** Into a zone other than the audience, before the tag with the index. */
    record InZone(Category zone, int index) implements DropPlace {}

    /** Onto the palette, which takes things out of the package. */
    record OnPalette() implements DropPlace {}
}
