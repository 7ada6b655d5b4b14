package io.marquetry.ui.common.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The two looks of the window. */
public enum Theme {
    /** Dark words on light ground. */
    LIGHT,
    /** Light words on dark ground. */
    DARK;

    public Theme other() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> LIGHT;
        };
    }

    /** Returns the URL of the theme that all controls start from. */
    String userAgentStylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /** Returns the file in {@code styles/} that gives the colour tokens their values. */
    String tokens() {
        return switch (this) {
            case LIGHT -> "light.css";
            case DARK -> "dark.css";
        };
    }
}
