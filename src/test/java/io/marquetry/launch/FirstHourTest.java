package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.navigation.Destination;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From a stranger's file to an exported and checked package, in few actions and without one error
 * on the way. The system's dialogs for files are answered by the test; each answer counts.
 */
class FirstHourTest {

    private static final int MAX_ACTIONS = 14;

    private static final long WAIT_SECONDS = 120;

    @TempDir Path folder;

    private RealWindow window;
    private FxRobot robot;
    private int actions;

    /** Files as people bring them. */
    enum Brought {
        /** Bank customers: semicolons, quotes, and “unknown” where nothing is known. */
        BANK {
            @Override
            String text(Random random) {
                StringBuilder text =
                        new StringBuilder("age;\"job\";\"marital\";\"balance\";\"housing\"\n");
                List<String> jobs = List.of("admin.", "technician", "services", "unknown");
                for (int i = 0; i < 600; i++) {
                    text.append(18 + random.nextInt(60)).append(";\"");
                    text.append(jobs.get(random.nextInt(4))).append("\";\"");
                    text.append(random.nextBoolean() ? "married" : "single").append("\";");
                    text.append(random.nextInt(9000) - 500).append(";\"");
                    text.append(random.nextInt(3) == 0 ? "no" : "yes").append("\"\n");
                }
                return text.toString();
            }
        },
        /** Customers of a shop: commas, a key, a city, a day and an amount. */
        SHOP {
            @Override
            String text(Random random) {
                StringBuilder text = new StringBuilder("customer_id,city,joined,orders,spent\n");
                List<String> cities = List.of("Shanghai", "Beijing", "Chengdu");
                for (int i = 0; i < 600; i++) {
                    text.append("c").append(i).append(',');
                    text.append(cities.get(random.nextInt(3))).append(",2026-0");
                    text.append(1 + random.nextInt(9)).append('-');
                    text.append(10 + random.nextInt(18)).append(',');
                    text.append(random.nextInt(12)).append(',');
                    text.append(random.nextInt(900)).append(".50\n");
                }
                return text.toString();
            }
        };

        abstract String text(Random random);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @ParameterizedTest
    @EnumSource
    void fileBecomesADocumentByTheMouse(Brought brought) throws Exception {
        Path document = open(brought);
        act(() -> window.drop(file(brought), ".sources"));
        toPackage(() -> click("#importNext"));
        act(() -> click("#newPackageCreate"));
        String make = proposing();
        act(() -> click(make));
        wait(() -> window.ready("#proposeMake"));
        act(() -> click("#proposeMake"));
        wait(() -> inSight(".palette-chip"));
        act(() -> robot.drag(first(".palette-chip")).dropTo("#group"));
        until("#row-0");
        act(() -> click("#export"));
        until("#exportCheck");
        act(() -> click("#checkExport"));
        holds(document);
    }

    @ParameterizedTest
    @EnumSource
    void fileBecomesADocumentByTheKeyboard(Brought brought) throws Exception {
        Path document = open(brought);
        act(() -> window.go(new Destination.ReceivedTable(file(brought))));
        toPackage(
                () -> {
                    tabTo("#importNext");
                    robot.push(KeyCode.SPACE);
                });
        act(() -> robot.push(KeyCode.ENTER));
        tabTo(proposing());
        act(() -> robot.push(KeyCode.SPACE));
        wait(() -> window.ready("#proposeMake"));
        act(() -> robot.push(KeyCode.ENTER));
        wait(() -> inSight(".palette-chip"));
        tabTo("#paletteSearch");
        robot.push(KeyCode.DOWN);
        act(() -> robot.push(KeyCode.ENTER));
        until("#row-0");
        tabTo("#export");
        act(() -> robot.push(KeyCode.SPACE));
        until("#exportCheck");
        tabTo("#checkExport");
        act(() -> robot.push(KeyCode.SPACE));
        holds(document);
    }

    /**
     * Returns what leads to tags made of the columns: the card, or where some tag fits the line.
     */
    private String proposing() throws Exception {
        wait(() -> inSight("#suggestMake") || inSight("#suggestMore"));
        return inSight("#suggestMake") ? "#suggestMake" : "#suggestMore";
    }

    private Path open(Brought brought) throws Exception {
        Files.writeString(file(brought), brought.text(new Random(7)));
        window = new RealWindow(folder);
        robot = window.robot();
        Path document = folder.resolve("package.json");
        window.saveTo(document);
        window.go(new Destination.CustomerImport());
        window.clear();
        until(".sources");
        return document;
    }

    private Path file(Brought brought) {
        return folder.resolve(brought.name().toLowerCase(Locale.ROOT) + ".csv");
    }

    /** Goes through the wizard, and on to the package that it offers. */
    private void toPackage(Step next) throws Exception {
        for (String page : List.of("#importSample", "#importColumns", "#importName")) {
            wait(() -> window.present(page) && window.ready("#importNext"));
            act(next);
        }
        wait(() -> window.present("#importAccepted") && window.ready("#importNext"));
        act(next);
        wait(() -> window.ready("#newPackageCreate"));
    }

    private void holds(Path document) throws Exception {
        // Where the file goes was answered in between.
        actions++;
        wait(() -> Files.exists(document));
        window.settle();
        noError();
        robot.clickOn("Copy hash");
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(Files.readString(document)).contains('"' + copied[0] + '"');
        robot.clickOn("Open folder");
        assertThat(window.folders()).containsExactly(document.getParent());
        ValidationReport report = new PackageValidation().validate(document);
        assertThat(report.findings()).isEmpty();
        assertThat(report.document().orElseThrow().size().audience()).isBetween(1L, 599L);
        assertThat(actions)
                .as("actions from the file to the document")
                .isLessThanOrEqualTo(MAX_ACTIONS);
    }

    private void act(Step step) throws Exception {
        step.take();
        actions++;
        window.settle();
        noError();
    }

    private void noError() {
        List<String> shown =
                robot.lookup(".problem").queryAll().stream()
                        .filter(FirstHourTest::isSeen)
                        .filter(Labeled.class::isInstance)
                        .map(label -> ((Labeled) label).getText())
                        .filter(text -> text != null && !text.isBlank())
                        .toList();
        assertThat(shown).as("after %d actions", actions).isEmpty();
    }

    private void click(String query) {
        robot.clickOn(query);
    }

    /** Waits for a fact; what is seen instead is kept as a picture. */
    private void wait(Callable<Boolean> fact) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(WAIT_SECONDS, TimeUnit.SECONDS, fact);
        } catch (TimeoutException e) {
            robot.interact(() -> Pictures.write(window.scene(), "first-hour-stuck"));
            throw e;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void until(String query) throws Exception {
        wait(() -> window.present(query));
    }

    private boolean inSight(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(FirstHourTest::isSeen);
    }

    private Node first(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(FirstHourTest::isSeen)
                .min(Comparator.comparingDouble(FirstHourTest::top))
                .orElseThrow();
    }

    private static double top(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        return place.getMinY();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Goes on by Tab to a control, as many times as it takes; that is one way, not an action. */
    private void tabTo(String query) throws Exception {
        Callable<Boolean> there = () -> robot.lookup(query).query().isFocused();
        for (int i = 0; i < 60 && !there.call(); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(there.call()).as("Tab leads to " + query).isTrue();
    }

    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }
}
