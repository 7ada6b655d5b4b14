package io.marquetry.ui.compose.drag;

import io.marquetry.pack.NodePath;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

/** What is being dragged. */
public sealed interface DragCargo {

    /** A tag out of the palette. */
    record NewTag(TagKey tag) implements DragCargo {}

    /** A column of the source, on which a condition is to be made. */
    record Column(String name) implements DragCargo {}

    /** A tag or group of the audience. */
    record AudienceNode(NodePath node) implements DragCargo {}

    /** A tag of another zone. */
    record ZoneTag(Category zone, int index) implements DragCargo {}
}
