package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.measure.Clipping;
import io.marquetry.ui.measure.Contrast;
import io.marquetry.ui.measure.FocusWalk;
import io.marquetry.ui.measure.Spoken;
import io.marquetry.ui.measure.Writing;
import io.marquetry.ui.review.ReviewScreen;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What holds of everything that the window shows, measured on the real window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverySightTest {

    /**
     * A usual window; the same where the screen is scaled by 125 %; the smallest that is promised.
     */
    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1024, 640));

    private record Size(int width, int height) {}

    private RealWindow window;
    private List<Sight> sights;
    private @Nullable Found found;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        window = new RealWindow(folder);
        String only = System.getProperty("sight", "");
        sights = Sight.all(folder).stream().filter(sight -> sight.name().startsWith(only)).toList();
    }

    @AfterAll
    void close() throws Exception {
        window.clear();
        window.close();
    }

    @Test
    void textStandsOutFromItsGround() throws Exception {
        assertThat(found().faint()).isEmpty();
    }

    @Test
    void everyControlHasANameAndARole() throws Exception {
        assertThat(found().nameless()).isEmpty();
    }

    @Test
    void composedTextIsNeverACommand() throws Exception {
        assertThat(found().taken()).isEmpty();
    }

    /** What two walks through all that is shown found; each goes once, for whoever asks. */
    private record Found(List<String> faint, List<String> nameless, List<String> taken) {}

    private Found found() throws Exception {
        if (found == null) {
            Found now = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            window.size(1440, 900);
            look(Theme.LIGHT, Locale.ENGLISH);
            Theme theme = Theme.LIGHT;
            for (Sight sight : sights) {
                sight.reach().lead(window);
                told(now.nameless(), sight, "en", onFx(() -> Spoken.nameless(window.scene())));
                told(now.faint(), sight, theme.name(), faint());
                theme = theme.other();
                // Looked at twice where it is: the way there is what takes the time.
                window.fire("#themeSwitch");
                told(now.faint(), sight, theme.name(), faint());
            }
            look(Theme.LIGHT, Locale.SIMPLIFIED_CHINESE);
            for (Sight sight : sights) {
                sight.reach().lead(window);
                told(now.nameless(), sight, "zh", onFx(() -> Spoken.nameless(window.scene())));
                for (TextInputControl field : onFx(() -> Writing.fields(window.scene()))) {
                    told(
                            now.taken(),
                            sight,
                            "",
                            onFx(() -> new Writing(window.scene()).compose(field)));
                }
            }
            found = now;
        }
        return found;
    }

    private List<String> faint() throws Exception {
        return onFx(() -> Contrast.tooFaint(window.scene()));
    }

    @Test
    @Tag("sights")
    void nothingIsCutOff() throws Exception {
        List<String> cut = new ArrayList<>();
        for (Locale language : Texts.LANGUAGES) {
            look(Theme.LIGHT, language);
            Clipping clipping = new Clipping(words(language));
            for (Sight sight : sights) {
                sight.reach().lead(window);
                for (Size size : SIZES) {
                    window.size(size.width(), size.height());
                    told(
                            cut,
                            sight,
                            language + " " + size,
                            onFx(() -> clipping.cutOff(window.scene())));
                }
            }
        }
        assertThat(cut).isEmpty();
    }

    @Test
    @Tag("sights")
    void focusBeginsWhereOneTypesAndTabLeavesEveryField() throws Exception {
        window.size(1440, 900);
        look(Theme.LIGHT, Locale.ENGLISH);
        List<String> wrong = new ArrayList<>();
        for (Sight sight : sights) {
            sight.reach().lead(window);
            Node at = window.scene().getFocusOwner();
            if (at == null || !sight.focus().isEmpty() && !sight.focus().equals(at.getId())) {
                wrong.add(sight.name() + " begins at " + at);
            }
            FocusWalk walk = new FocusWalk(window.scene());
            told(wrong, sight, "", onFx(walk::walk));
            if (walk.stops().stream()
                    .limit(3)
                    .anyMatch(stop -> "languageSwitch".equals(stop.getId()))) {
                wrong.add(sight.name() + " has the switch of the language in its way");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Theme theme, Locale language) throws Exception {
        window.clear();
        onFx(
                () -> {
                    window.shell().look(ReviewScreen.SCREEN, theme, language);
                    return "";
                });
        window.settle();
    }

    private static void told(List<String> all, Sight sight, String when, List<String> found) {
        found.forEach(one -> all.add(sight.name() + " " + when + ": " + one));
    }

    private static Set<String> words(Locale language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "i18n.messages",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().map(bundle::getString).collect(Collectors.toSet());
    }

    private static <T> T onFx(Callable<T> step) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.asyncFx(step).get();
    }
}
