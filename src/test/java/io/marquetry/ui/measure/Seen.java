package io.marquetry.ui.measure;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What of a scene can be seen. */
final class Seen {

    private Seen() {}

    /** Returns the nodes that are shown and enabled, from the outermost to the innermost. */
    static List<Node> nodes(Scene scene, Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        // What lies below the veil of the tour is no part of what is to be read.
        Node tour = scene.lookup("#tour");
        collect(tour == null ? scene.getRoot() : tour, wanted, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible() || node.isDisable() || node.getOpacity() == 0) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }

    /** Returns the part of a node that its scene and the clips around it leave. */
    static Optional<Bounds> part(Node node) {
        Scene scene = node.getScene();
        Bounds rest = whole(node);
        rest = cut(rest, new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                rest = cut(rest, at.localToScene(at.getClip().getBoundsInParent()));
            }
        }
        return rest.getWidth() <= 0 || rest.getHeight() <= 0 ? Optional.empty() : Optional.of(rest);
    }

    /** Returns where all of a node is, in the coordinates of its scene. */
    static Bounds whole(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds cut(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Names a node so that it is found again: its id or class, and those around it. */
    static String name(Node node) {
        StringBuilder name = new StringBuilder();
        int told = 0;
        for (Node at = node; at != null && told < 4; at = at.getParent()) {
            if (at.getId() != null) {
                name.append(" < #").append(at.getId());
                told++;
            } else if (!at.getStyleClass().isEmpty()) {
                name.append(" < .").append(String.join(".", at.getStyleClass()));
                told++;
            }
        }
        return node.getClass().getSimpleName() + name;
    }
}
