package io.marquetry.ui.common;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Dresses a scene in a theme, with fonts that can show the language. */
public final class Look {

    // JavaFX takes one family and no list, and its own fallback may choose Japanese shapes.
    private static final List<String> CHINESE =
            List.of(
                    "Microsoft YaHei UI",
                    "Microsoft YaHei",
                    "PingFang SC",
                    "Noto Sans CJK SC",
                    "Noto Sans SC",
                    "Source Han Sans SC",
                    "WenQuanYi Micro Hei");
    private static final String LATIN = "Noto Sans";
    private static final String CHINESE_OF_OURS = "Droid Sans Fallback";
    private static final List<String> FIXED =
            List.of("Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono");

    private Look() {}

    /** Applies theme and fonts; popups and dialogs that the scene owns follow it. */
    public static void apply(Scene scene, Theme theme, Locale language) {
        // Calendars and the menus of text fields know no other way to learn the language.
        Locale.setDefault(language);
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(sheet(theme.tokens()), sheet("base.css"), fonts(language));
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource("/io/marquetry/ui/styles/" + name);
        if (url == null) {
            throw new IllegalStateException("missing stylesheet " + name);
        }
        return url.toExternalForm();
    }

    private static String fonts(Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        String css =
                ".root { -fx-font-family: \"%s\"; }\n.mono, .mono-column { -fx-font-family: \"%s\"; }\n"
                        .formatted(chinese ? chinese() : latin(), installed(FIXED, "Monospaced"));
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** Latin letters look the same on every system: the font is ours. */
    private static String latin() {
        if (!Font.getFamilies().contains(LATIN)) {
            load("NotoSans-Regular.ttf");
            load("NotoSans-Bold.ttf");
        }
        return LATIN;
    }

    /** The system's Chinese font is the best that it has; ours is for systems without any. */
    private static String chinese() {
        String family = installed(CHINESE, CHINESE_OF_OURS);
        if (family.equals(CHINESE_OF_OURS) && !Font.getFamilies().contains(family)) {
            load("DroidSansFallbackFull.ttf");
        }
        return family;
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

    private static String installed(List<String> wanted, String otherwise) {
        List<String> families = Font.getFamilies();
        return wanted.stream().filter(families::contains).findFirst().orElse(otherwise);
    }
}
