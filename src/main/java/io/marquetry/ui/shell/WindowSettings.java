package io.marquetry.ui.shell;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ListPlace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the window remembers from one start to the next. Nothing in it is work: all of it may be
 * lost without harm.
 *
 * @param language an IETF language tag; null: the system's
 * @param theme null: light
 * @param place null: the middle of the screen
 * @param screen the stem of the screen in front; null: the composer
 * @param tourSeen whether the tour was shown or skipped
 * @param packageKey the package that was open in the composer; null: none
 * @param dividers positions of split panes, 0 to 1, by the pane's id
 * @param lists how lists were left, by the id of their table
 */
public record WindowSettings(
        @Nullable String language,
        @Nullable Theme theme,
        @Nullable WindowPlace place,
        @Nullable String screen,
        boolean tourSeen,
        @Nullable String packageKey,
        @Nullable Map<String, List<Double>> dividers,
        @Nullable Map<String, ListPlace> lists) {

    /** Copies the positions that can be positions; screens were once written in capitals. */
    public WindowSettings {
        screen = screen == null ? null : screen.toLowerCase(Locale.ROOT);
        Map<String, ListPlace> left = new TreeMap<>();
        if (lists != null) {
            lists.forEach(
                    (id, list) -> {
                        if (list != null) {
                            left.put(id, list);
                        }
                    });
        }
        lists = Map.copyOf(left);
        Map<String, List<Double>> usable = new TreeMap<>();
        if (dividers != null) {
            dividers.forEach(
                    (id, positions) -> {
                        if (positions != null && positions.stream().allMatch(p -> isShare(p))) {
                            usable.put(id, List.copyOf(positions));
                        }
                    });
        }
        dividers = Map.copyOf(usable);
    }

    // A file from outside may hold null where the type promises a number.
    private static boolean isShare(@Nullable Double position) {
        return position != null && position >= 0 && position <= 1;
    }

    /** Returns what a first start begins with. */
    public static WindowSettings first() {
        return new WindowSettings(null, null, null, null, false, null, Map.of(), Map.of());
    }
}
