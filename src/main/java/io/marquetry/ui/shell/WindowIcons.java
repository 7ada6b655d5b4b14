package io.marquetry.ui.shell;

import javafx.scene.image.Image;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;

/** The product's picture for title bars and task bars, in the sizes that systems ask for. */
public final class WindowIcons {

    private WindowIcons() {}

    /** Returns the pictures; they load in the background. */
    public static List<Image> all() {
        return Stream.of(32, 64, 256).map(WindowIcons::load).toList();
    }

    private static Image load(int size) {
        String name = "/io/marquetry/ui/icons/marquetry-" + size + ".png";
        URL file = WindowIcons.class.getResource(name);
        if (file == null) {
            throw new IllegalStateException("missing picture " + name);
        }
        return new Image(file.toExternalForm(), true);
    }
}
