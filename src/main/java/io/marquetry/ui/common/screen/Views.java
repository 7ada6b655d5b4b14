package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/**
 * Loads views. The stem of a file in {@code fxml/} names its CSS class, and its stylesheet in
 * {@code styles/} where there is one.
 */
public final class Views {

    private Views() {}

    /**
     * Loads {@code fxml/<stem>.fxml} in one language.
     *
     * @param stem the file's name without its ending, for example {@code packages}
     * @param controllers those that the file and its parts name, one of a class
     * @throws IllegalArgumentException if there is no such file, a controller that it names is not
     *     given, or two of a class are
     */
    public static Parent load(String stem, Texts texts, Object... controllers) {
        Controllers given = new Controllers();
        for (Object controller : controllers) {
            given.with(controller);
        }
        return load(stem, texts, given).root();
    }

    /**
     * Loads {@code fxml/<stem>.fxml} in one language.
     *
     * @param stem the file's name without its ending, for example {@code packages}
     * @param controllers who makes the controllers that the file and its parts name
     * @throws IllegalArgumentException if there is no such file, or a controller is not registered
     */
    public static <C> View<C> load(String stem, Texts texts, Controllers controllers) {
        URL file = Views.class.getResource("/io/marquetry/ui/fxml/" + stem + ".fxml");
        if (file == null) {
            throw new IllegalArgumentException("no such view: " + stem);
        }
        FXMLLoader loader =
                new FXMLLoader(file, texts.bundle(), null, controllers, StandardCharsets.UTF_8);
        Parent root;
        try {
            root = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load view " + stem, e);
        }
        dress(root, stem);
        return new View<>(root, loader.getController());
    }

    /** Gives a part that was built in code the CSS class and the stylesheet of its stem. */
    public static void dress(Parent part, String stem) {
        if (!part.getStyleClass().contains(stem)) {
            part.getStyleClass().add(stem);
        }
        URL sheet = Views.class.getResource("/io/marquetry/ui/styles/" + stem + ".css");
        if (sheet != null && !part.getStylesheets().contains(sheet.toExternalForm())) {
            part.getStylesheets().add(sheet.toExternalForm());
        }
    }
}
