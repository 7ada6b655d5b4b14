package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/** What only the whole window shows of the composer: its tour, its sheets, its popups. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposerInTheWindowTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    private Path temp;
    private RealWindow window;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        temp = folder;
        window = new RealWindow(folder);
    }

    @AfterAll
    void close() throws Exception {
        window.close();
    }

    @BeforeEach
    void begin() throws Exception {
        window.size(1440, 900);
        window.clear();
        window.go(new Destination.OfScreen(ComposeScreen.SCREEN));
        seek("");
    }

    @AfterEach
    void putAway() throws Exception {
        window.clear();
        seek("");
    }

    @Test
    void tourLetsOnePutATagIn() throws Exception {
        seek("produce");
        toTheStepThatAsks();
        window.robot().drag(firstChip()).dropTo("#group");
        window.settle();
        assertThat(words()).isEqualTo(ENGLISH.get("tour.zones.done"));
        window.robot().type(KeyCode.ESCAPE);
        window.fire("#undo");
    }

    @Test
    void tourLetsOnePutATagInByKeyboard() throws Exception {
        seek("seafood");
        toTheStepThatAsks();
        window.robot().type(KeyCode.TAB);
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("paletteSearch");
        window.robot().type(KeyCode.ENTER);
        window.settle();
        assertThat(words()).isEqualTo(ENGLISH.get("tour.zones.done"));
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("tourNext");
        window.robot().type(KeyCode.ESCAPE);
        window.fire("#undo");
    }

    @Test
    void whatTheTourPointsAtIsFramedInAWindowOfAnySize() throws Exception {
        window.robot().interact(() -> window.shell().tour());
        window.settle();
        for (int width : List.of(1024, 1440, 1920, 1024)) {
            window.size(width, 640);
            RealWindow.until(
                    () ->
                            Math.abs(right(".tour-frame") - right(".composePalette")) < 1
                                    && right(".composePalette") < width / 2.0);
        }
        window.robot().type(KeyCode.ESCAPE);
    }

    private double right(String query) {
        Node node = window.robot().lookup(query).query();
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void whatIsOnlyToldCannotBePressedBelowTheTour() throws Exception {
        toTheStepThatAsks();
        window.robot().type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        window.robot().clickOn("#export");
        assertThat(window.present("#exportCheck")).isFalse();
    }

    @Test
    void searchOfOnePackageDoesNotHideTheTagsOfTheNext() throws Exception {
        window.go(new Destination.OfPackage(new PackageKey("pack_winback_winter")));
        seek("produce");
        window.go(new Destination.OfPackage(new PackageKey("pack_mailer_autumn")));
        assertThat(window.robot().lookup("#paletteSearch").queryTextInputControl().getText())
                .isEmpty();
        window.go(new Destination.OfPackage(new PackageKey("pack_winback_winter")));
    }

    @Test
    void combinationsFitTheirSheetAndAreSavedWithWhatTheyRestOn() throws Exception {
        window.size(1024, 640);
        window.fire("#overlapCombinations");
        RealWindow.until(() -> window.present("#upsetPlot"));
        Node plot = window.robot().lookup("#upsetPlot").query();
        ScrollPane around = (ScrollPane) plot.getParent().getParent().getParent();
        assertThat(plot.getLayoutBounds().getWidth())
                .isLessThanOrEqualTo(around.getViewportBounds().getWidth() + 1);
        Path picture = temp.resolve("combinations.png");
        window.saveTo(picture);
        window.fire("#combinationsSave");
        RealWindow.until(() -> Files.exists(picture));
        window.settle();
        // Twice as large for paper, with a title above and three lines below.
        assertThat(ImageIO.read(picture.toFile()).getHeight())
                .isGreaterThan((int) (2 * (plot.getLayoutBounds().getHeight() + 60)));
    }

    @Test
    void choiceOfWhoTheyAreStaysInTheWindow() throws Exception {
        window.robot().clickOn("#previewAttribute");
        double edge = window.stage().getX() + window.stage().getWidth();
        Window popup =
                Window.getWindows().stream()
                        .filter(one -> !one.equals(window.stage()) && one.isShowing())
                        .max(Comparator.comparingDouble(Window::getWidth))
                        .orElseThrow();
        assertThat(popup.getX() + popup.getWidth()).isLessThanOrEqualTo(edge + 1);
        window.robot().type(KeyCode.ESCAPE);
    }

    private void toTheStepThatAsks() throws Exception {
        window.robot().interact(() -> window.shell().tour());
        window.settle();
        window.robot().type(KeyCode.RIGHT);
        window.settle();
        assertThat(words()).isEqualTo(ENGLISH.get("tour.zones.words"));
    }

    private String words() {
        return window.robot().lookup("#tourWords").queryLabeled().getText();
    }

    private void seek(String words) throws Exception {
        window.robot()
                .interact(
                        () ->
                                window.robot()
                                        .lookup("#paletteSearch")
                                        .queryTextInputControl()
                                        .setText(words));
        window.settle();
    }

    private Node firstChip() {
        return window.robot().lookup(".palette-chip").queryAll().stream()
                .filter(Node::isVisible)
                .min(
                        Comparator.comparingDouble(
                                chip -> chip.localToScene(chip.getBoundsInLocal()).getMinY()))
                .orElseThrow();
    }
}
