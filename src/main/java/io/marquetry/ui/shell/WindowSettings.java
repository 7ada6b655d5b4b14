package io.marquetry.ui.shell;

import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.Theme;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the window remembers from one start to the next. Nothing in it is work: all of it may be
 * lost without harm.
 *
 * @param language an IETF language tag; null: the system's
 * @param theme null: light
 * @param place null: the middle of the screen
 * @param screen null: the composer
 * @param tourSeen whether the tour was shown or skipped
 * @param packageKey the package that was open in the composer; null: none
 * @param dividers positions of split panes, 0 to 1, by the pane's id
 */
public record WindowSettings(
        @Nullable String language,
        @Nullable Theme theme,
        @Nullable WindowPlace place,
        @Nullable Screen screen,
        boolean tourSeen,
        @Nullable String packageKey,
        @Nullable Map<String, List<Double>> dividers) {

    /** Copies the positions. */
    public WindowSettings {
        dividers = dividers == null ? Map.of() : Map.copyOf(new TreeMap<>(dividers));
    }

    /** Returns what a first start begins with. */
    public static WindowSettings first() {
        return new WindowSettings(null, null, null, null, false, null, Map.of());
    }
}
