package io.marquetry.ui.common.look;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Words that appear beside a node on which the mouse rests. JavaFX styles the popup of an installed
 * {@link Tooltip} anew at every step of the mouse, which takes longer than a frame; this one does
 * so when it appears. The words are asked for then, and stay until the mouse leaves, scrolls or is
 * pressed.
 */
public final class Tip {

    private static final Duration REST = Duration.millis(700);
    private static final double WIDTH = 360;
    private static final double BESIDE = 12;

    private final Node node;
    private Supplier<Optional<String>> words;
    private Duration after;

    /** Made when the mouse first comes: a list has hundreds of cells, and the mouse over one. */
    private @Nullable PauseTransition rest;

    private @Nullable Tooltip popup;
    private double x;
    private double y;

    private Tip(Node node, Supplier<Optional<String>> words, Duration after) {
        this.node = node;
        this.words = words;
        this.after = after;
        node.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    }

    private PauseTransition made() {
        PauseTransition fresh = new PauseTransition();
        fresh.setOnFinished(event -> show());
        node.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hide());
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
        node.addEventFilter(ScrollEvent.SCROLL, event -> hide());
        return fresh;
    }

    /**
     * Gives a node its words, in place of those it had.
     *
     * @param words asked each time they are to appear; empty shows nothing
     */
    public static void on(Node node, Supplier<Optional<String>> words) {
        on(node, words, REST);
    }

    /**
     * Gives a node its words, in place of those it had.
     *
     * @param after how long the mouse has to rest before they appear
     */
    public static void on(Node node, Supplier<Optional<String>> words, Duration after) {
        Object known = node.getProperties().get(Tip.class);
        if (known instanceof Tip tip) {
            tip.words = words;
            tip.after = after;
        } else {
            node.getProperties().put(Tip.class, new Tip(node, words, after));
        }
    }

    /** Gives a node words that stay the same. */
    public static void on(Node node, String words) {
        on(node, () -> Optional.of(words));
    }

    private void moved(MouseEvent event) {
        x = event.getScreenX();
        y = event.getScreenY();
        if (popup == null || !popup.isShowing()) {
            if (rest == null) {
                rest = made();
            }
            rest.setDuration(after);
            rest.playFromStart();
        }
    }

    private void show() {
        if (!node.isHover() || node.getScene() == null) {
            return;
        }
        Optional<String> said = words.get();
        if (said.isEmpty()) {
            return;
        }
        if (popup == null) {
            popup = popup();
        }
        popup.setText(said.get());
        popup.show(node, x + BESIDE, y + BESIDE);
    }

    /** Makes an empty popup that looks like all others, for whoever shows it without the mouse. */
    public static Tooltip popup() {
        Tooltip popup = new Tooltip();
        popup.setWrapText(true);
        popup.setMaxWidth(WIDTH);
        return popup;
    }

    private void hide() {
        if (rest != null) {
            rest.stop();
        }
        if (popup != null) {
            popup.hide();
        }
    }
}
