package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.KnownOutcomes;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;
import io.marquetry.workspace.Workspace;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/** The charts of the review in the real window, by mouse and by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewByMouseTest {

    private static final String MENS = "Mens E-Mail";

    private Path temp;

    private final FxRobot robot = new FxRobot();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private DesktopWindow window;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        temp = folder;
        try (Workspace workspace =
                new Wiring(InstantSource.system()).open(temp.resolve("workspace"))) {
            KnownOutcomes.sample(workspace);
            KnownOutcomes.hillstrom(workspace);
        }
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            stage.setWidth(1280);
                            stage.setHeight(800);
                            window =
                                    new DesktopWindow(
                                            stage,
                                            temp.resolve("workspace"),
                                            new Wiring(InstantSource.system()),
                                            new WindowSettings(
                                                    "en",
                                                    Theme.LIGHT,
                                                    null,
                                                    "review",
                                                    true,
                                                    null,
                                                    null,
                                                    null),
                                            new SettingsFile(temp.resolve("config")),
                                            closed::countDown);
                            window.open();
                        })
                .get();
        until(() -> window.shell().isPresent() && window.isQuiet());
    }

    @AfterAll
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        FxToolkit.cleanupStages();
    }

    @BeforeEach
    void lookAtTheMailTest() throws Exception {
        look("hillstrom.csv");
    }

    @AfterEach
    void putAway() throws Exception {
        if (present("#reviewGroupClose")) {
            robot.clickOn("#reviewGroupClose");
        }
        // Where nothing tells anything.
        robot.moveTo("#reviewHeading");
        robot.type(KeyCode.ESCAPE);
        until(() -> told().isEmpty());
        assertThat(robot.lookup("#bugCode").tryQuery()).isEmpty();
    }

    @Test
    void pointerTellsTheExactFigures() throws Exception {
        robot.moveTo(part("#chartEffectView", ".chart-open", 0));
        until(() -> told().isPresent());
        assertThat(told().orElseThrow())
                .startsWith(MENS)
                .contains("+7.66 [+6.90, +8.42] pp", "higher, p < 0.001", "Wald");

        robot.moveTo(part("#chartFunnelView", ".chart-open", 1));
        until(() -> told().orElse("").contains("7,132"));
        assertThat(told().orElseThrow()).contains("16.70 %");
    }

    @Test
    void clickOpensTheFiguresBehind() throws Exception {
        robot.clickOn(part("#chartEffectView", ".chart-open", 0));
        assertThat(label("#reviewGroupHeading")).isEqualTo(MENS + " – hillstrom.csv");
        assertThat(robot.lookup("#reviewGroupArms").queryTableView().getItems()).hasSize(3);
        robot.clickOn("#reviewGroupClose");
        // While the sheet goes, what lies below it cannot be clicked.
        until(() -> !present("#reviewGroupHeading"));

        int last = robot.lookup("#chartEffectView .chart-open").queryAll().size() - 1;
        robot.clickOn(part("#chartEffectView", ".chart-open", last));
        until(() -> present("#reviewGroupHeading"));
        assertThat(label("#reviewGroupHeading")).contains(": ").endsWith(" – hillstrom.csv");
    }

    @Test
    void groupGoesOnToItsPeople() throws Exception {
        look("The Complete Journey");
        robot.clickOn(part("#chartEffectView", ".chart-open", 0));
        assertThat(label("#reviewGroupHeading")).matches(".+: .+ – The Complete Journey");
        robot.clickOn("#reviewGroupPeople");
        until(() -> present("#packageName") && window.isQuiet());
        assertThat(robot.lookup("#packageName").queryTextInputControl().getText())
                .startsWith("Who are ");
        until(() -> robot.lookup(".audience-row").tryQuery().isPresent());
        assertThat(robot.lookup("#previewNote").query().isVisible()).as("everybody").isFalse();
        robot.interact(
                () ->
                        window.shell()
                                .orElseThrow()
                                .go(new Destination.OfScreen(ReviewScreen.SCREEN)));
        until(() -> present("#reviewSets") && window.isQuiet());
    }

    @Test
    void enterOpensTheFiguresBehind() throws Exception {
        focus("#chartFunnelView");
        robot.type(KeyCode.RIGHT);
        until(() -> told().isPresent());
        assertThat(told().orElseThrow()).contains("42,694");
        robot.type(KeyCode.ENTER);
        until(() -> present("#reviewGroupHeading"));
        assertThat(label("#reviewGroupHeading")).isEqualTo("Everybody – hillstrom.csv");
        assertThat(told()).isEmpty();
    }

    @Test
    void legendSwitchesASeriesByMouse() throws Exception {
        assertThat(shown("#chartEffectView", MENS)).isTrue();
        long all = opens("#chartEffectView");
        robot.clickOn(part("#chartEffectView", ".chart-legend", 0));
        assertThat(opens("#chartEffectView")).isLessThan(all);
        assertThat(part("#chartEffectView", ".chart-legend", 0).getOpacity()).isLessThan(1);
        robot.clickOn(part("#chartEffectView", ".chart-legend", 0));
        assertThat(opens("#chartEffectView")).isEqualTo(all);
    }

    @Test
    void legendSwitchesASeriesByKeyboard() throws Exception {
        long all = opens("#chartEffectView");
        focus("#chartEffectView");
        robot.type(KeyCode.HOME, KeyCode.ENTER);
        assertThat(opens("#chartEffectView")).isLessThan(all);
        robot.type(KeyCode.SPACE);
        assertThat(opens("#chartEffectView")).isEqualTo(all);
    }

    @Test
    void trendTellsItsBandAndOpensADay() throws Exception {
        look("The Complete Journey");
        show("#chartTrendView");
        int days = robot.lookup("#chartTrendView .chart-open").queryAll().size();
        Node day = part("#chartTrendView", ".chart-open", days / 2);
        robot.moveTo(day);
        until(() -> told().isPresent());
        assertThat(told().orElseThrow()).contains("%");
        robot.clickOn(day);
        until(() -> present("#reviewGroupHeading"));
        assertThat(label("#reviewGroupHeading"))
                .matches("Day: [A-Z][a-z]{2} \\d+, \\d{4} – The Complete Journey");
    }

    @Test
    void chartIsCopiedAsAPicture() throws Exception {
        robot.clickOn("#chartFunnelMore").clickOn("Copy as picture");
        Image[] copied = {null};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getImage());
        assertThat(copied[0]).isNotNull();
        double width = robot.lookup("#chartFunnelView").query().getLayoutBounds().getWidth();
        assertThat(copied[0].getWidth()).isGreaterThanOrEqualTo(2 * width - 2);
        assertThat(isPainted(copied[0])).isTrue();
    }

    @Test
    void chartIsSavedAsPicture() throws Exception {
        Path file = saved("PNG");
        assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1_000);
    }

    @Test
    void chartIsSavedAsDrawingWithWords() throws Exception {
        Document svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Files.readAllBytes(saved("SVG"))));
        NodeList words = svg.getElementsByTagName("text");
        assertThat(
                        IntStream.range(0, words.getLength())
                                .mapToObj(i -> words.item(i).getTextContent()))
                .contains(MENS, "Womens E-Mail", "+7.66\u00a0pp");
    }

    @Test
    void chartIsSavedAsExactNumbers() throws Exception {
        String mens =
                Files.readAllLines(saved("CSV")).stream()
                        .filter(line -> line.startsWith(MENS + ","))
                        .findFirst()
                        .orElseThrow();
        // 3,894 of 21,307 who were sent it came, and 2,262 of 21,306 who were not.
        MathContext twelve = new MathContext(12, RoundingMode.HALF_EVEN);
        BigDecimal difference = share(3_894, 21_307).subtract(share(2_262, 21_306));
        assertThat(mens).startsWith(MENS + "," + difference.round(twelve).toPlainString() + ",");
    }

    private static BigDecimal share(int count, int of) {
        return new BigDecimal(count).divide(new BigDecimal(of), MathContext.DECIMAL128);
    }

    private Path saved(String form) throws Exception {
        Path file = temp.resolve("chart." + form.toLowerCase(Locale.ROOT));
        String[] proposed = {""};
        robot.interact(
                () ->
                        window.saveTo(
                                (kind, name) -> {
                                    proposed[0] = name;
                                    return Optional.of(file);
                                }));
        robot.clickOn("#chartEffectMore");
        robot.clickOn((Node item) -> item instanceof Label l && l.getText().contains(form));
        until(() -> Files.exists(file) && window.isQuiet());
        assertThat(proposed[0]).endsWith(file.getFileName().toString().substring(5));
        return file;
    }

    private void look(String title) throws Exception {
        until(() -> present("#reviewSets"));
        robot.interact(
                () -> {
                    ComboBox<Object> sets = robot.lookup("#reviewSets").<ComboBox<Object>>query();
                    sets.setValue(
                            sets.getItems().stream()
                                    .filter(set -> set.toString().contains(title))
                                    .findFirst()
                                    .orElseThrow());
                });
        until(() -> window.isQuiet() && present("#chartEffectView") && !present("#reviewBar"));
        robot.interact(() -> robot.lookup("#reviewContent").queryAs(ScrollPane.class).setVvalue(0));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(String query) {
        robot.interact(
                () -> {
                    ScrollPane pane = robot.lookup("#reviewContent").queryAs(ScrollPane.class);
                    Node chart = robot.lookup(query).query();
                    double top =
                            pane.getContent()
                                    .sceneToLocal(chart.localToScene(chart.getLayoutBounds()))
                                    .getMinY();
                    double room =
                            pane.getContent().getLayoutBounds().getHeight()
                                    - pane.getViewportBounds().getHeight();
                    pane.setVvalue(Math.min(1, (top - 60) / room));
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Goes by the tabulator from the first field of the screen to a chart. */
    private void focus(String query) {
        robot.interact(() -> robot.lookup("#reviewMeasure").query().requestFocus());
        for (int i = 0; i < 30 && !robot.lookup(query).query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(robot.lookup(query).query().isFocused()).isTrue();
    }

    private Node part(String chart, String kind, int index) {
        return robot.lookup(chart + " " + kind).<Node>queryAll().stream()
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private long opens(String chart) {
        return robot.lookup(chart + " .chart-open").queryAll().stream()
                .filter(ReviewByMouseTest::visible)
                .count();
    }

    private boolean shown(String chart, String words) {
        return robot.from(robot.lookup(chart).<Node>query())
                .lookup((Node node) -> node instanceof Text text && text.getText().equals(words))
                .tryQuery()
                .isPresent();
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    private boolean present(String query) {
        return robot.lookup(query).tryQuery().filter(ReviewByMouseTest::visible).isPresent();
    }

    private String label(String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /** Returns what a tooltip on the screen tells. */
    private static Optional<String> told() {
        return new ArrayList<>(Window.getWindows())
                .stream()
                        .filter(shown -> shown instanceof Tooltip && shown.isShowing())
                        .map(shown -> ((Tooltip) shown).getText().replace('\u00a0', ' '))
                        .findFirst();
    }

    private static boolean isPainted(Image image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getArgb(x, y) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void until(Callable<Boolean> fact) throws Exception {
        try {
            Until.holds(fact);
        } catch (TimeoutException e) {
            robot.interact(() -> Pictures.write(stage.getScene(), "stuck"));
            throw e;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
