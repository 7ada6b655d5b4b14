package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Screen;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import java.util.Optional;

/** Five cards that point at what matters; all keys: right, left, Enter, Escape. */
final class Tour {

    private static final List<Step> STEPS =
            List.of(
                    new Step("palette", ".composePalette"),
                    new Step("zones", ".zones"),
                    new Step("preview", ".composePreview"),
                    new Step("export", "#export"),
                    new Step("import", "#rail-sources"));
    private static final String LAYER = "tour";
    private static final double GAP = 12;

    private final Texts texts;
    private final Frame frame;
    private final Runnable whenOver;
    private final Pane layer = new Pane();
    private final Region outline = new Region();
    private final Follows follows = new Follows();
    private final VBox card = new VBox();
    private final Label heading = new Label();
    private final Label words = new Label();
    private final Label count = new Label();
    private final Button skip;
    private final Button back;
    private final Button next;
    private @Nullable Node focusBefore;
    private int at;

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
        follows.changes(frame.layoutBoundsProperty(), this::place);
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
            case TAB -> (next.isFocused() && skip.isVisible() ? skip : next).requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
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
        place();
        next.requestFocus();
    }

    private void place() {
        double width = frame.getWidth();
        double height = frame.getHeight();
        Node target = frame.lookup(STEPS.get(at).target());
        Rectangle all = new Rectangle(width, height);
        all.getStyleClass().add("tour-veil");
        layer.getChildren().setAll(all, card);
        card.applyCss();
        double cardWidth = card.prefWidth(-1);
        double cardHeight = card.prefHeight(cardWidth);
        card.resize(cardWidth, cardHeight);
        if (target == null || !isShown(target)) {
            card.relocate((width - cardWidth) / 2, (height - cardHeight) / 2);
            return;
        }
        Bounds hole = frame.sceneToLocal(target.localToScene(target.getLayoutBounds()));
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

    private record Step(String word, String target) {}
}
