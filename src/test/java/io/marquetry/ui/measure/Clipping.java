package io.marquetry.ui.measure;

import io.marquetry.ui.common.look.Tip;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a scene cuts off: words that end in an ellipsis, and parts that reach over an edge. */
public final class Clipping {

    private static final double ROUNDING = 1.5;

    private final Set<String> ours;

    /**
     * Looks for what is cut off.
     *
     * @param ours the words of the program; all others are the user's, who may be shown less of
     *     them where a tip tells the whole
     */
    public Clipping(Set<String> ours) {
        this.ours = ours;
    }

    /** Returns what is cut off. Call it on the FX thread. */
    public List<String> cutOff(Scene scene) {
        List<String> found = new ArrayList<>();
        for (Node node : Seen.nodes(scene, Clipping::speaks)) {
            if (isFiller(node)) {
                continue;
            }
            if (node instanceof Labeled labeled) {
                shortened(labeled, found);
            }
            if (Seen.part(node).isPresent()) {
                over(node, found);
            } else {
                beyond(node, scene, found);
            }
        }
        return found;
    }

    /** Returns whether a row only fills the space below the last one. */
    private static boolean isFiller(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof IndexedCell<?> cell && cell.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaks(Node node) {
        return node instanceof Labeled
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>;
    }

    private void shortened(Labeled labeled, List<String> found) {
        String whole = Objects.requireNonNullElse(labeled.getText(), "");
        String shown =
                labeled.getChildrenUnmodifiable().stream()
                        .filter(
                                child ->
                                        child instanceof Text
                                                && child.getStyleClass().contains("text"))
                        .map(child -> ((Text) child).getText())
                        .findFirst()
                        .orElse("");
        String ellipsis = labeled.getEllipsisString();
        if (whole.isBlank()
                || !shown.endsWith(ellipsis)
                || shown.equals(whole)
                || whole.endsWith(shown)) {
            return;
        }
        if (ours.contains(whole.strip())) {
            found.add("cut: “%s” to “%s” %s".formatted(whole, shown, Seen.name(labeled)));
        } else if (!isToldWhole(labeled)) {
            found.add("no tip: “%s” to “%s” %s".formatted(whole, shown, Seen.name(labeled)));
        }
    }

    private static boolean isToldWhole(Node node) {
        int levels = 0;
        for (Node at = node; at != null && levels < 8; at = at.getParent()) {
            if (at.getProperties().containsKey(Tip.class)
                    || at instanceof IndexedCell<?> cell && cell.getTooltip() != null) {
                return true;
            }
            levels++;
        }
        return false;
    }

    private static void over(Node node, List<String> found) {
        Bounds whole = Seen.whole(node);
        Bounds part = Seen.part(node).orElseThrow();
        double wide = whole.getWidth() - part.getWidth();
        double high = whole.getHeight() - part.getHeight();
        if (wide > ROUNDING && !scrolls(node, Orientation.HORIZONTAL)) {
            found.add("over the side by %.0f: %s %s".formatted(wide, words(node), Seen.name(node)));
        }
        if (high > ROUNDING && !scrolls(node, Orientation.VERTICAL)) {
            found.add("over the edge by %.0f: %s %s".formatted(high, words(node), Seen.name(node)));
        }
    }

    private static void beyond(Node node, Scene scene, List<String> found) {
        Bounds whole = Seen.whole(node);
        if (whole.getWidth() <= 0 || whole.getHeight() <= 0 || words(node).isBlank()) {
            return;
        }
        boolean outside =
                whole.getMinX() > scene.getWidth()
                        || whole.getMinY() > scene.getHeight()
                        || whole.getMaxX() < 0
                        || whole.getMaxY() < 0;
        if (outside
                && !scrolls(node, Orientation.VERTICAL)
                && !scrolls(node, Orientation.HORIZONTAL)) {
            found.add("out of the window: %s %s".formatted(words(node), Seen.name(node)));
        }
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled
                ? Objects.requireNonNullElse(labeled.getText(), "")
                : node instanceof TextInputControl input ? input.getText() + " " : "field";
    }

    /** Returns whether the user can scroll to what is cut off. */
    private static boolean scrolls(Node node, Orientation way) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                ScrollPane.ScrollBarPolicy policy =
                        way == Orientation.HORIZONTAL ? pane.getHbarPolicy() : pane.getVbarPolicy();
                if (policy != ScrollPane.ScrollBarPolicy.NEVER) {
                    return true;
                }
            }
            if (at instanceof VirtualFlow<?> flow
                    && flow.lookupAll(".scroll-bar").stream()
                            .map(ScrollBar.class::cast)
                            .anyMatch(bar -> bar.getOrientation() == way && bar.isVisible())) {
                return true;
            }
            if (at instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }
}
