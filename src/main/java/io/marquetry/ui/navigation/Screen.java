package io.marquetry.ui.navigation;

import org.kordamp.ikonli.feather.Feather;

/**
 * A screen of the window.
 *
 * @param stem the name of its FXML file without the ending; also names it in the settings
 * @param icon the picture on the rail
 */
public record Screen(String stem, Feather icon) {

    /** Returns the key of its title in the bundles. */
    public String titleKey() {
        return "screen." + stem;
    }
}
