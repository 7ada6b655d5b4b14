package io.marquetry.ui.compose.palette;

import io.marquetry.base.Settings;
import io.marquetry.ui.common.work.Background;

import java.util.Arrays;
import java.util.Optional;

/** Remembers with the workspace how the palette is grouped and sorted. */
public final class PaletteMemory {

    private static final String SETTING = "palette";

    private final PaletteModel palette;
    private final Settings settings;
    private final Background background;
    private boolean recalled;
    private boolean recalling;

    public PaletteMemory(PaletteModel palette, Settings settings, Background background) {
        this.palette = palette;
        this.settings = settings;
        this.background = background;
        palette.grouping().subscribe((before, now) -> keep());
        palette.sort().subscribe((before, now) -> keep());
    }

    /** Sets the palette as it was left; once. */
    public void recall() {
        if (recalled) {
            return;
        }
        recalled = true;
        background.run(
                signal -> settings.get(SETTING),
                this::apply,
                why -> {
                    // Forgotten choices are no reason to disturb anybody.
                });
    }

    private void apply(Optional<String> kept) {
        recalling = true;
        String[] words = kept.orElse("").split(" ", -1);
        if (words.length == 2) {
            Arrays.stream(PaletteGrouping.values())
                    .filter(value -> value.name().equals(words[0]))
                    .forEach(palette.grouping()::set);
            Arrays.stream(PaletteSort.values())
                    .filter(value -> value.name().equals(words[1]))
                    .forEach(palette.sort()::set);
        }
        recalling = false;
    }

    private void keep() {
        if (recalling) {
            return;
        }
        String words = palette.grouping().get().name() + " " + palette.sort().get().name();
        background.act(() -> settings.put(SETTING, words), () -> {}, why -> {});
    }
}
