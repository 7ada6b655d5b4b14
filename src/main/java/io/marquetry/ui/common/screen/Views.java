package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

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
     * @throws IllegalArgumentException if there is no such file, or two controllers are of a class
     * @throws UncheckedIOException if the file cannot be loaded, or a controller that the file or
     *     one of its parts names is not given
     */
    public static Parent load(String stem, Texts texts, Object... controllers) {
        Map<Class<?>, Object> given = new HashMap<>();
        for (Object controller : controllers) {
            if (given.put(controller.getClass(), controller) != null) {
                throw new IllegalArgumentException("given twice: " + controller.getClass());
            }
        }
        URL file = Views.class.getResource("/io/marquetry/ui/fxml/" + stem + ".fxml");
        if (file == null) {
            throw new IllegalArgumentException("no such view: " + stem);
        }
        Parent root;
        try {
            root =
                    new FXMLLoader(
                                    file,
                                    texts.bundle(),
                                    null,
                                    type -> one(type, given),
                                    StandardCharsets.UTF_8)
                            .load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load view " + stem, e);
        }
        dress(root, stem);
        return root;
    }

    private static Object one(Class<?> type, Map<Class<?>, Object> given) {
        Object controller = given.get(type);
        if (controller == null) {
            throw new IllegalArgumentException("no such controller given: " + type.getName());
        }
        return controller;
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
