package io.marquetry.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Puts the window back to where it was, if that place still exists, and remembers where it goes.
 */
public final class WindowState {

    /** How wide a window is at first, in pixels. */
    public static final double WIDTH = 1440;

    /** How high a window is at first, in pixels. */
    public static final double HEIGHT = 900;

    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 640;
    private static final double MIN_REACH = 100;

    private final Stage stage;
    private WindowPlace last;

    /** Places a window that is not shown yet. */
    public WindowState(Stage stage, @Nullable WindowPlace known) {
        this.stage = stage;
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D main = Screen.getPrimary().getVisualBounds();
        last = known != null && isReachable(known, screens) ? known : middle(main);
        stage.setX(last.x());
        stage.setY(last.y());
        stage.setWidth(last.width());
        stage.setHeight(last.height());
        stage.setMinWidth(Math.min(MIN_WIDTH, main.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, main.getHeight()));
        stage.setMaximized(last.maximised());
        stage.xProperty().subscribe(this::look);
        stage.yProperty().subscribe(this::look);
        stage.widthProperty().subscribe(this::look);
        stage.heightProperty().subscribe(this::look);
    }

    /** Returns where the window is, or was before it filled its screen. */
    public WindowPlace place() {
        return new WindowPlace(
                last.x(), last.y(), last.width(), last.height(), stage.isMaximized());
    }

    /** Returns whether enough of the title bar lies on one of the screens to take hold of it. */
    static boolean isReachable(WindowPlace place, List<Rectangle2D> screens) {
        return place.isUsable()
                && !isUntold(place)
                && screens.stream()
                        .anyMatch(
                                s ->
                                        place.x() + MIN_REACH <= s.getMaxX()
                                                && place.x() + place.width() - MIN_REACH
                                                        >= s.getMinX()
                                                && place.y() >= s.getMinY() - 1
                                                && place.y() + 40 <= s.getMaxY());
    }

    /** Some window managers tell this corner before they have placed the window at all. */
    private static boolean isUntold(WindowPlace place) {
        return place.x() == 0 && place.y() == 0 && !place.maximised();
    }

    private static WindowPlace middle(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    private void look() {
        WindowPlace now =
                new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        if (!stage.isMaximized() && !stage.isIconified() && now.isUsable()) {
            last = now;
        }
    }
}
