package io.marquetry.ui.common.screen;

import javafx.scene.Node;

/** Shows parts of a view, or takes them away with the room they need. */
public final class Parts {

    private Parts() {}

    /** Shows a part or takes it away. */
    public static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }
}
