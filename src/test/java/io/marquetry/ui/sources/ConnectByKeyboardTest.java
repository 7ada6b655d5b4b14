package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Whoever has no mouse adds a database, in a window of 1024 × 700. */
@ExtendWith(ApplicationExtension.class)
class ConnectByKeyboardTest {

    private static final int MOST_STEPS = 60;

    @TempDir private Path folder;

    private Workbench bench;
    private SourcesModel model;
    private Stage stage;

    @BeforeAll
    static void fillDatabase() throws SQLException {
        ConnectDatabaseTest.fillDatabase();
    }

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"), Workbench.wiring(folder, "li"));
        model = SourcesBench.model(bench);
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
        stage.setWidth(1024);
        stage.setHeight(700);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void databaseIsAddedWithoutAMouse(FxRobot robot) throws Exception {
        press(robot, "sourceConnect", KeyCode.SPACE);
        Until.holds(() -> robot.lookup("#connectHost").tryQuery().isPresent());
        write(robot, "connectHost", TestPostgres.server().host());
        write(robot, "connectPort", String.valueOf(TestPostgres.server().port()));
        write(robot, "connectDatabase", TestPostgres.server().database());
        write(robot, "connectUser", "shop_reader");
        press(robot, "connectWay", KeyCode.DOWN, KeyCode.DOWN);
        write(robot, "connectPassword", ConnectDatabaseTest.PASSWORD);
        write(robot, "connectPassphrase", "correct horse");
        draw(robot, "where");

        press(robot, "connectNext", KeyCode.ENTER);
        Until.holds(() -> robot.lookup("#connectSteps .check-line").queryAll().size() == 5);
        Until.holds(() -> focused(robot, "connectNext"));
        draw(robot, "check");

        press(robot, "connectNext", KeyCode.ENTER);
        Until.holds(() -> robot.lookup("#connectPeople").tryQuery().isPresent());
        press(robot, "connectCount", KeyCode.SPACE);
        Until.holds(() -> !words(robot, "#connectFacts").isEmpty());
        // What was pressed keeps the focus.
        Until.holds(() -> focused(robot, "connectCount"));
        draw(robot, "mapping");

        press(robot, "connectNext", KeyCode.ENTER);
        Until.holds(() -> robot.lookup("#connectColumns").tryQuery().isPresent());
        go(robot, node -> node instanceof CheckBox && "Use balance".equals(said(node)));
        push(robot, KeyCode.SPACE);
        assertThat(words(robot, "#connectUsed")).isEqualTo("8 of 10 used");
        go(robot, node -> node instanceof ComboBox && "Type of store_no".equals(said(node)));
        push(robot, KeyCode.DOWN);
        go(robot, node -> node instanceof ComboBox && "What store_no is for".equals(said(node)));
        draw(robot, "columns");
        press(robot, "connectTable", KeyCode.DOWN);
        assertThat(robot.lookup("#connectOutcomes").query().isVisible()).isTrue();
        draw(robot, "columns-outcomes");

        press(robot, "connectNext", KeyCode.ENTER);
        Until.holds(() -> !model.sources().isEmpty());
        assertThat(model.sources().getFirst().model().attributes())
                .extracting(attribute -> attribute.name() + " " + attribute.type())
                .contains("store_no TEXT")
                .doesNotContain("balance DECIMAL");
        Until.holds(() -> words(robot, "#remoteState").startsWith("The server answered."));
        draw(robot, "added");
    }

    private void write(FxRobot robot, String id, String words) {
        go(robot, node -> id.equals(node.getId()));
        push(robot, KeyCode.SHORTCUT, KeyCode.A);
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(FxRobot robot, String id, KeyCode... keys) {
        go(robot, node -> id.equals(node.getId()));
        for (KeyCode key : keys) {
            push(robot, key);
        }
    }

    private static void push(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Goes on by Tab until the focus is there. */
    private void go(FxRobot robot, Predicate<Node> wanted) {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Node owner = owner(robot);
            way.add(owner + " " + (owner == null ? "" : said(owner)));
            if (owner != null && wanted.test(owner)) {
                return;
            }
            push(robot, KeyCode.TAB);
        }
        assertThat(way).as("the way of the focus").isEmpty();
    }

    private @Nullable Node owner(FxRobot robot) {
        AtomicReference<@Nullable Node> owner = new AtomicReference<>();
        robot.interact(() -> owner.set(stage.getScene().getFocusOwner()));
        return owner.get();
    }

    private boolean focused(FxRobot robot, String id) {
        Node owner = owner(robot);
        return owner != null && id.equals(owner.getId());
    }

    private static @Nullable String said(Node node) {
        return node.getAccessibleText();
    }

    private void draw(FxRobot robot, String name) throws Exception {
        robot.interact(() -> Pictures.write(stage.getScene(), "keys-" + name + "-light"));
        robot.interact(() -> bench.show(stage, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(() -> bench.background().isQuiet());
        robot.interact(() -> Pictures.write(stage.getScene(), "keys-" + name + "-dark"));
        robot.interact(() -> bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH));
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(() -> bench.background().isQuiet());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
