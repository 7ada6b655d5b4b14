package io.marquetry.ui.compose.drag;

import io.marquetry.base.Problem;
import io.marquetry.pack.PackageEdit;

/** What letting go here would do; known while the mouse is still down. */
public sealed interface DropPlan {

    /** It would make the edit. */
    record Makes(PackageEdit edit) implements DropPlan {}

    /** It is refused, and why. */
    record Refused(Problem why) implements DropPlan {}

    /** It would change nothing: the thing lies there already. */
    record Nothing() implements DropPlan {}
}
