package io.marquetry.ui.measure;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a scene by the Tab key. Call it on the FX thread. */
public final class FocusWalk {

    private static final int MAX_STOPS = 150;
    private static final double AROUND = 4;

    /** A ring has at least so many points; a caret alone has fewer. */
    private static final int RING = 40;

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
        Optional<Bounds> part = Seen.part(at);
        if (part.isEmpty()) {
            found.add("out of sight: " + Seen.name(at));
            return;
        }
        if (at instanceof ScrollPane) {
            return;
        }
        int[] with = pixels(part.get());
        scene.getRoot().requestFocus();
        int[] without = pixels(part.get());
        at.requestFocus();
        int changed = 0;
        for (int i = 0; i < Math.min(with.length, without.length); i++) {
            if (with[i] != without[i]) {
                changed++;
            }
        }
        if (changed < Math.min(RING, part.get().getWidth())) {
            found.add("no ring, %d points: %s".formatted(changed, Seen.name(at)));
        }
    }

    private int[] pixels(Bounds part) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(
                new Rectangle2D(
                        Math.max(0, part.getMinX() - AROUND),
                        Math.max(0, part.getMinY() - AROUND),
                        part.getWidth() + 2 * AROUND,
                        part.getHeight() + 2 * AROUND));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage seen = scene.getRoot().snapshot(parameters, null);
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] pixels = new int[width * height];
        seen.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
