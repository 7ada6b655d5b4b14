package io.marquetry.ui.compose.drag;

import io.marquetry.base.Problem;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;

/** What letting go here would do; known while the mouse is still down. */
public sealed interface DropPlan {

    /** Letting go makes the edit. */
    record Makes(PackageEdit edit) implements DropPlan {}

    /** Letting go asks for a condition on the column, to be put at the place. */
    record Asks(String column, NodePath group, int index) implements DropPlan {}

    /** Letting go is refused, for this reason. */
    record Refused(Problem why) implements DropPlan {}

    /** Letting go changes nothing: the dragged part lies there already. */
    record Nothing() implements DropPlan {}
}
