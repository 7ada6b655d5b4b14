package io.marquetry.ui.common;

import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.feather.Feather;

/** The screens of the window, in the order of the rail. */
public enum Screen {
    /** Composing a package. */
    COMPOSE("compose", Feather.LAYERS, "Shortcut+1"),
    /** All packages. */
    PACKAGES("packages", Feather.PACKAGE, "Shortcut+2"),
    /** All tags. */
    TAGS("tags", Feather.TAG, "Shortcut+3"),
    /** What the packages achieved. */
    REVIEW("review", Feather.BAR_CHART_2, "Shortcut+4"),
    /** The profile sources. */
    SOURCES("sources", Feather.DATABASE, "Shortcut+5");

    private final String stem;
    private final Feather icon;
    private final String accelerator;

    Screen(String stem, Feather icon, String accelerator) {
        this.stem = stem;
        this.icon = icon;
        this.accelerator = accelerator;
    }

    /** Returns the name of its FXML file without the ending. */
    public String stem() {
        return stem;
    }

    /** Returns the key of its title in the bundles. */
    public String titleKey() {
        return "screen." + stem;
    }

    /** Returns the picture on the rail. */
    public Feather icon() {
        return icon;
    }

    /** Returns the keys that show it. */
    public KeyCombination accelerator() {
        return KeyCombination.valueOf(accelerator);
    }
}
