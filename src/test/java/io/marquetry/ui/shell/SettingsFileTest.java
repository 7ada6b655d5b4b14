package io.marquetry.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ListPlace;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SettingsFileTest {

    @TempDir Path temp;

    @Test
    void whatIsSavedIsLoaded() {
        WindowSettings settings =
                new WindowSettings(
                        "zh-CN",
                        Theme.DARK,
                        new WindowPlace(10, 20, 1200, 800, true),
                        "sources",
                        true,
                        "pack_spring",
                        Map.of("composeSplit", List.of(0.2, 0.75)),
                        Map.of("tagTable", new ListPlace(List.of(270.0, 130.0), 1, true)));
        SettingsFile file = new SettingsFile(temp.resolve("not/there/yet"));
        file.save(settings);
        assertThat(file.load()).isEqualTo(settings);
        assertThat(temp.resolve("not/there/yet").toFile().list()).containsExactly("settings.json");
    }

    @Test
    void firstStartHasNoSettings() {
        assertThat(new SettingsFile(temp).load()).isEqualTo(WindowSettings.first());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "not json",
                "{\"theme\":\"PINK\"}",
                "{\"place\":{\"x\":\"left\"}}",
                "{\"dividers\":{\"a\":[null]}}",
                "{\"dividers\":{\"a\":null}}",
                "\u0000\u0001"
            })
    void garbageStartsAfresh(String garbage) throws Exception {
        Files.writeString(temp.resolve("settings.json"), garbage);
        assertThat(new SettingsFile(temp).load()).isNotNull();
    }

    @Test
    void fieldsOfANewerVersionAreSkipped() throws Exception {
        Files.writeString(temp.resolve("settings.json"), "{\"theme\":\"DARK\",\"later\":1}");
        assertThat(new SettingsFile(temp).load().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void placeOnAScreenThatIsGoneIsNotReachable() {
        List<Rectangle2D> screens = List.of(new Rectangle2D(0, 0, 1920, 1080));
        assertThat(WindowState.isReachable(new WindowPlace(100, 50, 1200, 800, false), screens))
                .isTrue();
        assertThat(WindowState.isReachable(new WindowPlace(2500, 50, 1200, 800, false), screens))
                .isFalse();
        assertThat(WindowState.isReachable(new WindowPlace(100, -900, 1200, 800, false), screens))
                .isFalse();
        assertThat(
                        WindowState.isReachable(
                                new WindowPlace(Double.NaN, 0, 1200, 800, false), screens))
                .isFalse();
    }
}
