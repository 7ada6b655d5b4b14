package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.review.ReviewScreen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Draws what the window can show, to be looked at, and the pictures of the documentation. */
@Tag("pictures")
class AllPicturesTest {

    private record Size(int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size(1024, 640), new Size(1440, 900), new Size(1920, 1080));
    private static final Path DOCS = Path.of("docs", "images");

    @TempDir Path temp;

    private RealWindow window;
    private List<Sight> sights;

    @BeforeEach
    void open() throws Exception {
        window = new RealWindow(temp);
        String only = System.getProperty("sight", "");
        sights =
                Sight.all(temp).stream()
                        .filter(
                                sight ->
                                        Arrays.stream(only.split(","))
                                                .anyMatch(sight.name()::startsWith))
                        .toList();
    }

    @AfterEach
    void close() throws Exception {
        window.clear();
        window.close();
    }

    /** In both languages, both themes and three sizes, to {@code target/screenshots}. */
    @Test
    void everySightIsDrawn() throws Exception {
        List<Path> drawn = new ArrayList<>();
        for (Locale language : Texts.LANGUAGES) {
            for (Theme theme : Theme.values()) {
                if (!isWanted("look", word(theme) + "-" + language.getLanguage())) {
                    continue;
                }
                look(theme, language);
                for (Sight sight : sights) {
                    sight.reach().lead(window);
                    for (Size size : SIZES) {
                        if (!isWanted("width", Integer.toString(size.width()))) {
                            continue;
                        }
                        window.size(size.width(), size.height());
                        drawn.add(
                                draw(
                                        "all-%s-%d-%s-%s"
                                                .formatted(
                                                        sight.name(),
                                                        size.width(),
                                                        word(theme),
                                                        language.getLanguage())));
                    }
                    window.size(1440, 900);
                }
            }
        }
        assertThat(drawn).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    /** Returns whether one of a kind is to be drawn: {@code -Dlook=dark-zh,light-en}. */
    private static boolean isWanted(String kind, String one) {
        String only = System.getProperty(kind, "");
        return only.isEmpty() || List.of(only.split(",")).contains(one);
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** Beside the page that shows them. */
    @Test
    void picturesOfTheTourAreDrawn() throws Exception {
        window.size(1440, 900);
        for (TourPage.Stop stop : TourPage.stops()) {
            look(stop.theme(), stop.language());
            reach(stop.sight());
            Path drawn = draw("tour-" + stop.sight());
            Files.copy(drawn, DOCS.resolve(stop.picture()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Beside the pages of the user guide, as small as a window can be. */
    @Test
    void picturesOfTheGuideAreDrawn() throws Exception {
        window.size(1024, 640);
        for (GuidePictures.Drawn one : GuidePictures.all()) {
            look(Theme.LIGHT, one.language());
            reach(one.sight());
            Path drawn = draw("guide-" + one.sight());
            Files.createDirectories(one.file().getParent());
            Files.copy(drawn, one.file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void reach(String name) throws Exception {
        Sight sight =
                sights.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        sight.reach().lead(window);
    }

    private void look(Theme theme, Locale language) throws Exception {
        window.clear();
        window.robot().interact(() -> window.shell().look(ReviewScreen.SCREEN, theme, language));
        window.settle();
    }

    private Path draw(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.asyncFx(() -> Pictures.write(window.scene(), name)).get();
    }
}
