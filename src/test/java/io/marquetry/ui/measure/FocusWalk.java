package io.marquetry.ui.measure;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks a scene by the Tab key. Call it on the FX thread. */
public final class FocusWalk {

    private static final int MAX_STOPS = 150;

    private final Scene scene;
    private final Set<Node> stops = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();

    public FocusWalk(Scene scene) {
        this.scene = scene;
    }

    /** Returns the stops of the walk so far, in their order. */
    public List<Node> stops() {
        return List.copyOf(stops);
    }

    /** Walks until the focus comes back; returns what is wrong on the way. */
    public List<String> walk() {
        Node start = scene.getFocusOwner();
        if (start == null) {
            return List.of("nothing has the focus");
        }
        while (stops.size() < MAX_STOPS) {
            Node at = scene.getFocusOwner();
            if (!stops.add(at)) {
                if (!at.equals(start)) {
                    found.add("Tab never comes back to the start but to " + Seen.name(at));
                }
                return found;
            }
            look(at);
            Event.fireEvent(at, tab());
        }
        found.add("more than " + MAX_STOPS + " stops");
        return found;
    }

    private static KeyEvent tab() {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false);
    }

    private void look(Node at) {
        if (Seen.part(at).isEmpty()) {
            found.add("out of sight: " + Seen.name(at));
        }
    }
}
