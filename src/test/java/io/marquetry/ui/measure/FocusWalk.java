package io.marquetry.ui.measure;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a scene by the Tab key. */
public final class FocusWalk {

    private static final int MOST = 120;
    private static final double AROUND = 4;

    private final Scene scene;
    private final FxRobot robot;
    private final Set<Node> stops = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();

    public FocusWalk(Scene scene, FxRobot robot) {
        this.scene = scene;
        this.robot = robot;
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
        for (int step = 0; step < MOST; step++) {
            Node at = scene.getFocusOwner();
            if (!stops.add(at)) {
                if (!at.equals(start)) {
                    found.add("Tab never comes back: it stays at " + Seen.name(at));
                }
                return found;
            }
            look(at);
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        found.add("more than " + MOST + " stops");
        return found;
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
        int[][] with = new int[1][];
        int[][] without = new int[1][];
        robot.interact(() -> with[0] = pixels(part.get()));
        robot.interact(
                () -> {
                    boolean before = scene.getRoot().isFocusTraversable();
                    scene.getRoot().requestFocus();
                    scene.getRoot().setFocusTraversable(before);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> without[0] = pixels(part.get()));
        robot.interact(at::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        int changed = 0;
        for (int i = 0; i < Math.min(with[0].length, without[0].length); i++) {
            if (with[0][i] != without[0][i]) {
                changed++;
            }
        }
        // A caret alone is no ring: a ring has at least the length of two sides.
        if (changed < Math.min(40, part.get().getWidth())) {
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
        WritableImage seen = scene.getRoot().snapshot(parameters, null);
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] pixels = new int[width * height];
        seen.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        height,
                        javafx.scene.image.PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        width);
        return pixels;
    }
}
