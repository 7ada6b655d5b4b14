package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Screen;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Five cards that point at what matters; all keys: right, left, Enter, Escape. What a card asks to
 * be done can be done below it, by mouse or, after Tab, by keyboard.
 */
final class Tour {

    private static final List<Step> STEPS =
            List.of(
                    Step.tells("palette", ".composePalette"),
                    new Step("zones", List.of(".composePalette", ".zones"), true),
                    Step.tells("preview", ".composePreview"),
                    Step.tells("export", "#export"),
                    Step.tells("import", "#rail-sources"));

    /** What a package is made of, as the canvas shows it. */
    private static final List<String> PIECES = List.of(".audience-row", ".zone-chip");

    private static final String FIRST_TO_DO = "#paletteSearch";
    private static final String LAYER = "tour";
    private static final double GAP = 12;

    private final Texts texts;
    private final Frame frame;
    private final Runnable whenOver;
    private final Pane layer = new Pane();
    private final Region outline = new Region();
    private final Follows follows = new Follows();
    private Placed placed = new Placed(new Dimension2D(0, 0), Optional.empty());
    private final VBox card = new VBox();
    private final Label heading = new Label();
    private final Label words = new Label();
    private final Label count = new Label();
    private final Button skip;
    private final Button back;
    private final Button next;
    private @Nullable Node focusBefore;
    private final EventHandler<Event> watch = event -> Platform.runLater(this::look);
    private int at;
    private int pieces;

    Tour(Texts texts, Frame frame, Runnable whenOver) {
        this.texts = texts;
        this.frame = frame;
        this.whenOver = whenOver;
        skip = button("tour.skip", this::end);
        back = button("tour.back", () -> go(at - 1));
        next = button("tour.next", () -> go(at + 1));
        next.setId("tourNext");
        next.setDefaultButton(true);
        build();
    }

    /** Returns the screen that it speaks of, if the window has it. */
    static Optional<Screen> screen(List<Screen> offered) {
        return offered.stream().filter(screen -> screen.stem().equals("compose")).findFirst();
    }

    /** Shows the first card. */
    void begin() {
        if (frame.lookup("#" + LAYER) != null) {
            return;
        }
        focusBefore = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        frame.getChildren().add(layer);
        // Columns may take their new widths some layouts later than the window.
        Scene scene = frame.getScene();
        Runnable laidOut = this::settle;
        scene.addPostLayoutPulseListener(laidOut);
        follows.atEnd(() -> scene.removePostLayoutPulseListener(laidOut));
        for (EventType<? extends Event> one : List.of(DragEvent.DRAG_DONE, KeyEvent.KEY_RELEASED)) {
            frame.addEventFilter(one, watch);
            follows.atEnd(() -> frame.removeEventFilter(one, watch));
        }
        // The screens below have their sizes only after the next layout.
        Platform.runLater(() -> go(0));
    }

    private void build() {
        layer.setId(LAYER);
        outline.getStyleClass().add("tour-frame");
        outline.setMouseTransparent(true);
        // Placed by hand: the pane would shrink both to what they prefer.
        outline.setManaged(false);
        card.setManaged(false);
        card.getStyleClass().add("tour-card");
        heading.getStyleClass().add("heading");
        words.setId("tourWords");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        skip.setId("tourSkip");
        skip.getStyleClass().add("flat");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        skip.managedProperty().bind(skip.visibleProperty());
        HBox buttons = new HBox(skip, space, count, back, next);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().setAll(heading, words, buttons);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Button button(String key, Runnable step) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> step.run());
        return button;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> end();
            case RIGHT -> go(at + 1);
            case LEFT -> go(at - 1);
            // What the tour speaks of is out of reach meanwhile.
            case TAB -> {
                if (next.isFocused() && STEPS.get(at).asks()) {
                    focus(FIRST_TO_DO);
                } else {
                    (next.isFocused() && skip.isVisible() ? skip : next).requestFocus();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(String query) {
        Node wanted = frame.lookup(query);
        if (wanted != null) {
            wanted.requestFocus();
        }
    }

    /** Notices that what the card asks for was done. */
    private void look() {
        if (frame.lookup("#" + LAYER) != null && STEPS.get(at).asks() && pieces() > pieces) {
            pieces = pieces();
            words.setText(texts.get("tour." + STEPS.get(at).word() + ".done"));
            card.setAccessibleText(words.getText());
            place();
            next.requestFocus();
        }
    }

    private int pieces() {
        return PIECES.stream().mapToInt(piece -> frame.lookupAll(piece).size()).sum();
    }

    private void go(int wanted) {
        if (wanted >= STEPS.size()) {
            end();
            return;
        }
        at = Math.max(0, wanted);
        Step step = STEPS.get(at);
        heading.setText(texts.get("tour." + step.word() + ".heading"));
        words.setText(texts.get("tour." + step.word() + ".words"));
        count.setText(texts.get("tour.count", at + 1, STEPS.size()));
        back.setDisable(at == 0);
        // On the last card the other button says it better.
        skip.setVisible(at < STEPS.size() - 1);
        next.setText(texts.get(at == STEPS.size() - 1 ? "tour.finish" : "tour.next"));
        card.setAccessibleText(heading.getText() + ". " + words.getText());
        // A screen that was opened this moment has no size yet.
        frame.applyCss();
        frame.layout();
        // The veil takes what is not meant; where something is to be done, the rest can be used.
        layer.setPickOnBounds(!step.asks());
        pieces = pieces();
        place();
        next.requestFocus();
    }

    private void settle() {
        if (layer.getParent() != null && !placed.equals(new Placed(size(), around()))) {
            place();
        }
    }

    private Dimension2D size() {
        return new Dimension2D(frame.getWidth(), frame.getHeight());
    }

    private void place() {
        double width = frame.getWidth();
        double height = frame.getHeight();
        Optional<Bounds> target = around();
        placed = new Placed(size(), target);
        Rectangle all = new Rectangle(width, height);
        all.getStyleClass().add("tour-veil");
        layer.getChildren().setAll(all, card);
        card.applyCss();
        double cardWidth = card.prefWidth(-1);
        double cardHeight = card.prefHeight(cardWidth);
        card.resize(cardWidth, cardHeight);
        if (target.isEmpty()) {
            card.relocate((width - cardWidth) / 2, (height - cardHeight) / 2);
            return;
        }
        Bounds hole = target.get();
        Rectangle cut =
                new Rectangle(hole.getMinX(), hole.getMinY(), hole.getWidth(), hole.getHeight());
        cut.setArcWidth(16);
        cut.setArcHeight(16);
        Shape veil = Shape.subtract(all, cut);
        veil.getStyleClass().add("tour-veil");
        outline.resizeRelocate(hole.getMinX(), hole.getMinY(), hole.getWidth(), hole.getHeight());
        layer.getChildren().setAll(veil, outline, card);
        card.relocate(
                across(hole, width, cardWidth), down(hole, height, cardHeight, width, cardWidth));
    }

    /** Returns the box around all that the card points at, in the frame; empty if none is shown. */
    private Optional<Bounds> around() {
        List<Node> targets =
                STEPS.get(at).targets().stream()
                        .map(frame::lookup)
                        .filter(Objects::nonNull)
                        .filter(Tour::isShown)
                        .toList();
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Node target : targets) {
            Bounds one = frame.sceneToLocal(target.localToScene(target.getLayoutBounds()));
            left = Math.min(left, one.getMinX());
            top = Math.min(top, one.getMinY());
            right = Math.max(right, one.getMaxX());
            bottom = Math.max(bottom, one.getMaxY());
        }
        return Optional.of(new BoundingBox(left, top, right - left, bottom - top));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0 && node.getLayoutBounds().getHeight() > 0;
    }

    private static double across(Bounds hole, double width, double card) {
        if (hole.getMaxX() + GAP + card <= width) {
            return hole.getMaxX() + GAP;
        }
        if (hole.getMinX() - GAP - card >= width / 2) {
            return hole.getMinX() - GAP - card;
        }
        // No room beside it: inside, where it hides nothing that one would drag from.
        return Math.clamp(hole.getMaxX() - card - GAP, GAP, Math.max(GAP, width - card - GAP));
    }

    private static double down(
            Bounds hole, double height, double card, double width, double cardWidth) {
        boolean beside =
                hole.getMaxX() + GAP + cardWidth <= width
                        || hole.getMinX() - GAP - cardWidth >= width / 2;
        double wanted = beside ? hole.getMinY() + GAP : hole.getMaxY() - card - GAP;
        return Math.clamp(wanted, GAP, Math.max(GAP, height - card - GAP));
    }

    private void end() {
        leave();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        whenOver.run();
    }

    /** Goes without being seen, for something that cannot wait; the next start shows it again. */
    void leave() {
        follows.close();
        frame.getChildren().removeIf(part -> LAYER.equals(part.getId()));
    }

    /** What card and hole were placed by: the size of the window, and the box of the targets. */
    private record Placed(Dimension2D size, Optional<Bounds> targets) {}

    /**
     * One card.
     *
     * @param word names its texts
     * @param targets what it points at
     * @param asks whether it asks to do something there
     */
    private record Step(String word, List<String> targets, boolean asks) {

        static Step tells(String word, String target) {
            return new Step(word, List.of(target), false);
        }
    }
}
