package io.marquetry.ui.common;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

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
    private static final List<String> LATIN =
            List.of("Segoe UI", ".AppleSystemUIFont", "Noto Sans", "Ubuntu", "Cantarell");
    private static final List<String> FIXED =
            List.of("Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono");

    private Look() {}

    /** Applies theme and fonts; popups and dialogs that the scene owns follow it. */
    public static void apply(Scene scene, Theme theme, Locale language) {
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
                        .formatted(
                                installed(chinese ? CHINESE : LATIN, "System"),
                                installed(FIXED, "Monospaced"));
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String installed(List<String> wanted, String otherwise) {
        List<String> families = Font.getFamilies();
        return wanted.stream().filter(families::contains).findFirst().orElse(otherwise);
    }
}
