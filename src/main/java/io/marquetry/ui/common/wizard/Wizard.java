package io.marquetry.ui.common.wizard;

import io.marquetry.ui.common.field.FirstFocus;
import io.marquetry.ui.common.file.FileDrop;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** Steers a sheet that leads through the steps of a task. */
public final class Wizard {

    private static final double MIN_WIDTH = 980;
    private static final double MAX_WIDTH = 1500;
    private static final double MIN_HEIGHT = 650;
    private static final double MAX_HEIGHT = 950;

    private final WizardTask task;
    private final Desk desk;
    private final String prefix;
    private final Follows follows = new Follows();
    private Follows ofPage = follows.ofPart();

    /** What had the focus when work began. */
    private @Nullable Node held;

    private boolean wasBusy;
    private boolean wasReady;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private HBox steps;
    @FXML private StackPane page;
    @FXML private Button cancel;
    @FXML private Button back;
    @FXML private Button next;

    private Wizard(WizardTask task, Desk desk, String prefix) {
        this.task = task;
        this.desk = desk;
        this.prefix = prefix;
    }

    /**
     * Shows a task as a sheet above the window.
     *
     * @param prefix begins the names of its buttons
     * @param maker makes the task in the language of a desk
     */
    public static void show(Desk desk, String prefix, Function<Desk, WizardTask> maker) {
        desk.sheets().open(now -> new Wizard(maker.apply(now), now, prefix).open());
    }

    private OpenSheet open() {
        Parent sheet = Views.load("wizard", desk.texts(), this, task.workLine(follows));
        return new OpenSheet(sheet, this::escape, follows);
    }

    /** A wide window has room for more columns; the sheet takes it, but never all. */
    private void growWithTheWindow() {
        follows.on(
                root.sceneProperty().flatMap(Scene::widthProperty),
                width -> {
                    if (width != null) {
                        double room = 0.8 * width.doubleValue();
                        root.setPrefWidth(Math.clamp(room, MIN_WIDTH, MAX_WIDTH));
                    }
                });
        follows.on(
                root.sceneProperty().flatMap(Scene::heightProperty),
                height -> {
                    if (height != null) {
                        double room = 0.8 * height.doubleValue();
                        root.setPrefHeight(Math.clamp(room, MIN_HEIGHT, MAX_HEIGHT));
                    }
                });
    }

    @FXML
    void initialize() {
        growWithTheWindow();
        heading.setText(task.heading());
        cancel.setId(prefix + "Cancel");
        back.setId(prefix + "Back");
        next.setId(prefix + "Next");
        FileDrop.onto(
                root,
                file -> {
                    if (!isBusy()) {
                        task.take(file);
                    }
                });
        cancel.setOnAction(event -> close());
        back.setOnAction(event -> task.back());
        next.setOnAction(event -> goOn());
        follows.on(task.step(), now -> showStep());
        follows.on(task.work().busy(), now -> showState());
        task.changes().forEach(value -> follows.on(value, now -> showState()));
    }

    private void goOn() {
        if (task.buttons().leave().isEmpty()) {
            close();
        } else {
            task.next();
        }
    }

    private boolean isBusy() {
        return task.work().busy().get();
    }

    private void escape() {
        if (isBusy()) {
            task.work().stop();
        } else {
            close();
        }
    }

    private void close() {
        desk.sheets().close();
        task.end();
    }

    private void showStep() {
        ofPage.close();
        ofPage = follows.ofPart();
        Parent shown = task.page(ofPage);
        shown.getStyleClass().add("wizard-page");
        page.getChildren().setAll(List.of(shown));
        showState();
        // Otherwise the focus falls on whatever button comes next.
        Platform.runLater(() -> FirstFocus.in(shown));
    }

    private @Nullable Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private boolean isOfThePage(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(page)) {
                return true;
            }
        }
        return false;
    }

    /** Work disables what has the focus; whoever has no mouse goes on where that was, or next. */
    private void leadOn(boolean busy, boolean ready) {
        Node owner = focused();
        if (busy) {
            return;
        }
        boolean lost = wasBusy && !isOfThePage(owner);
        if (ready && !wasReady && (lost || owner instanceof Button && isOfThePage(owner))) {
            // What the page asked for is there: the way leads on.
            next.requestFocus();
        } else if (lost && held != null && isOfThePage(held)) {
            held.requestFocus();
        } else if (lost) {
            Platform.runLater(() -> FirstFocus.in(page));
        }
        wasReady = ready;
    }

    private void showTrail() {
        int now = task.step().getValue();
        steps.getChildren().clear();
        List<String> names = task.steps();
        for (int i = 0; i < names.size(); i++) {
            Label label = new Label(desk.texts().get("import.step", i + 1, names.get(i)));
            label.setMinWidth(Label.USE_PREF_SIZE);
            label.getStyleClass().add("step");
            if (i <= now) {
                label.getStyleClass().add(i == now ? "now" : "done");
            }
            steps.getChildren().add(label);
        }
    }

    private void showState() {
        showTrail();
        WizardTask.Buttons buttons = task.buttons();
        boolean busy = isBusy();
        if (busy && !wasBusy) {
            held = focused();
        }
        page.setDisable(busy);
        back.setVisible(buttons.back());
        back.setDisable(busy);
        next.setVisible(buttons.next().isPresent());
        next.setDisable(busy || !buttons.ready());
        next.setText(buttons.next().orElse(""));
        cancel.setVisible(buttons.leave().isPresent());
        cancel.setDisable(busy);
        cancel.setText(buttons.leave().orElse(""));
        leadOn(busy, buttons.ready());
        wasBusy = busy;
    }
}
