package io.marquetry.ui.common.look;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dresses a scene in a theme, with fonts of our own, so that every system looks the same. */
public final class Look {

    private static final String FAMILY = "Marquetry Sans";
    private static final List<String> FONTS =
            List.of(
                    "MarquetrySans-Regular.ttf",
                    "MarquetrySans-Bold.ttf",
                    "MarquetryMono-Regular.ttf");

    private Look() {}

    /** Applies theme and fonts; popups and dialogs that the scene owns follow it. */
    public static void apply(Scene scene, Theme theme, Locale language) {
        // Calendars and the menus of text fields know no other way to learn the language.
        Locale.setDefault(language);
        if (!Font.getFamilies().contains(FAMILY)) {
            FONTS.forEach(Look::load);
        }
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(sheet(theme.tokens()), sheet("base.css"));
        ground(scene, theme);
    }

    /**
     * Gives a scene the ground of a theme, which the system shows until the first picture is drawn
     * and where a window grows.
     */
    public static void ground(Scene scene, Theme theme) {
        scene.setFill(colour(theme, "ground"));
    }

    /**
     * Returns a colour of a theme without its styles.
     *
     * @param token the name of an opaque colour without {@code -mq-}
     */
    public static Color colour(Theme theme, String token) {
        Pattern line = Pattern.compile("-mq-" + token + ": (#[0-9a-f]{6});");
        try (InputStream tokens = URI.create(sheet(theme.tokens())).toURL().openStream()) {
            Matcher found = line.matcher(new String(tokens.readAllBytes(), StandardCharsets.UTF_8));
            if (!found.find()) {
                throw new IllegalStateException("no " + token + " in " + theme.tokens());
            }
            return Color.web(found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + theme.tokens(), e);
        }
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource("/io/marquetry/ui/styles/" + name);
        if (url == null) {
            throw new IllegalStateException("missing stylesheet " + name);
        }
        return url.toExternalForm();
    }

    private static void load(String file) {
        try (InputStream font = Look.class.getResourceAsStream("/fonts/" + file)) {
            if (font == null || Font.loadFont(font, 13) == null) {
                throw new IllegalStateException("missing font " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read font " + file, e);
        }
    }
}
