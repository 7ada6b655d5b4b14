package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ui.Until;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.Shell;
import io.marquetry.ui.shell.WindowSettings;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The window as it is started on an empty folder, with the sample in it. */
final class RealWindow {

    private final FxRobot robot = new FxRobot();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private final DesktopWindow window;
    private final List<Path> folders = new ArrayList<>();

    /** Opens it, and waits until it is quiet. */
    RealWindow(Path folder) throws Exception {
        this(folder, folder.resolve("Spring campaigns"), new Wiring(InstantSource.system()));
    }

    /**
     * Opens a workspace for somebody.
     *
     * @param folder holds the settings of the window
     */
    RealWindow(Path folder, Path workspace, Wiring wiring) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        window =
                WaitForAsyncUtils.asyncFx(
                                () ->
                                        new DesktopWindow(
                                                stage,
                                                workspace,
                                                wiring,
                                                new WindowSettings(
                                                        "en",
                                                        Theme.LIGHT,
                                                        null,
                                                        "compose",
                                                        true,
                                                        null,
                                                        null,
                                                        null),
                                                new SettingsFile(folder.resolve("config")),
                                                closed::countDown))
                        .get();
        WaitForAsyncUtils.asyncFx(window::open).get();
        until(() -> window.shell().isPresent());
        settle();
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    Shell shell() {
        return window.shell().orElseThrow();
    }

    /** Makes the window so large. */
    void size(double width, double height) throws Exception {
        if (stage.getWidth() == width && stage.getHeight() == height) {
            return;
        }
        // A window that is shown anew lays out its inside as large as it likes, and nothing is
        // scrolled then.
        Map<ScrollPane, Double> scrolled = new HashMap<>();
        robot.lookup(".scroll-pane")
                .queryAllAs(ScrollPane.class)
                .forEach(pane -> scrolled.put(pane, pane.getVvalue()));
        robot.interact(
                () -> {
                    // A picture of the size before may be on its way to the screen without a
                    // display.
                    stage.hide();
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    stage.show();
                });
        settle();
        robot.interact(() -> scrolled.forEach(ScrollPane::setVvalue));
        settle();
    }

    void go(Destination destination) throws Exception {
        robot.interact(() -> shell().go(destination));
        settle();
    }

    void fire(String query) throws Exception {
        until(() -> present(query));
        robot.interact(() -> ((ButtonBase) robot.lookup(query).query()).fire());
        settle();
    }

    void press(String query, KeyCode key) throws Exception {
        until(() -> present(query));
        robot.interact(() -> robot.lookup(query).query().requestFocus());
        robot.type(key);
        settle();
    }

    void chooseFirstRow(String query) throws Exception {
        until(() -> !((TableView<?>) robot.lookup(query).query()).getItems().isEmpty());
        robot.interact(
                () -> ((TableView<?>) robot.lookup(query).query()).getSelectionModel().select(0));
        settle();
    }

    boolean present(String query) {
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    boolean ready(String query) {
        return robot.lookup(query).tryQuery().filter(node -> !node.isDisabled()).isPresent();
    }

    /** Answers the question where a file goes, which the system's dialog asks elsewhere. */
    void saveTo(Path file) {
        robot.interact(
                () ->
                        window.saveTo(
                                new FileDialogs() {
                                    @Override
                                    public Optional<Path> toSave(FileKind kind, String proposed) {
                                        return Optional.of(file);
                                    }

                                    @Override
                                    public Optional<Runnable> folderOf(Path written) {
                                        return Optional.of(() -> folders.add(written.getParent()));
                                    }
                                }));
    }

    /** Returns the folders that were opened. */
    List<Path> folders() {
        return folders;
    }

    /** Drops a file as a file manager does. */
    void drop(Path file, String target) throws Exception {
        Label label = new Label("file");
        label.setId("fileToDrag");
        label.setOnDragDetected(
                event -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(List.of(file.toAbsolutePath().toFile()));
                    label.startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                });
        StackPane.setAlignment(label, Pos.BOTTOM_LEFT);
        robot.interact(() -> ((Pane) scene().getRoot()).getChildren().add(label));
        robot.drag("#fileToDrag").dropTo(target);
        robot.interact(() -> ((Pane) scene().getRoot()).getChildren().remove(label));
        settle();
    }

    /** Closes what lies above the screens, and the editor of a tag. */
    void clear() throws Exception {
        robot.interact(
                () -> {
                    shell().desk().sheets().close();
                    robot.lookup(".notice-close")
                            .queryAllAs(ButtonBase.class)
                            .forEach(ButtonBase::fire);
                });
        if (present("#tagCancel")) {
            fire("#tagCancel");
            if (present("#confirmYes")) {
                fire("#confirmYes");
            }
        }
        robot.interact(
                () -> robot.lookup("#tour").tryQuery().ifPresent(t -> robot.type(KeyCode.ESCAPE)));
        // The foot of the rail is empty at every size: nothing lights up below the pointer.
        Node bar = robot.lookup("#rail").query();
        Bounds rail = bar.localToScreen(bar.getBoundsInLocal());
        robot.moveTo(new Point2D(rail.getMinX() + 20, rail.getMaxY() - 8));
        settle();
    }

    /** Waits until what the screens ask for in the background has come. */
    void settle() throws Exception {
        for (int round = 0; round < 2; round++) {
            until(window::isQuiet);
        }
        assertThat(robot.lookup("#bugCode").tryQuery()).isEmpty();
    }

    static void until(Callable<Boolean> fact) throws Exception {
        Until.holds(fact);
    }

    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        FxToolkit.cleanupStages();
    }
}
