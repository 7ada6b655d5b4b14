package io.marquetry.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.library.EffectAtLeast;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a newcomer sees of the library, and a package made from it without a mouse. */
@ExtendWith(ApplicationExtension.class)
class LibraryScreenTest {

    private static final PackageKey MADE = new PackageKey("pack_reward_spring");

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;
    private LibraryScreen screen;

    @Start
    void open(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        CompletableFuture.runAsync(
                        () ->
                                new SampleWorkspace(bench.workspace())
                                        .load(ImportListener.none(), new CancelSignal()))
                .join();
        screen =
                new LibraryScreen(
                        new LibraryModel(
                                bench.workspace().library(),
                                bench.workspace().lives(),
                                bench.workspace().packages(),
                                bench.workspace().tags(),
                                bench.background()));
        show(Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void show(Theme theme, Locale language) {
        bench.show(stage, screen, theme, language);
    }

    @Test
    void cardsTellWhatWorksInBothLanguagesAndThemes(FxRobot robot) throws Exception {
        Until.holds(() -> cards(robot) == 2);
        draw(robot, "library-light-en");
        robot.interact(
                () -> robot.lookup("#librarySearch").queryAs(TextField.class).setText("win back"));
        Until.holds(() -> cards(robot) == 1);
        robot.interact(
                () -> robot.lookup("#librarySearch").queryAs(TextField.class).setText("nowhere"));
        Until.holds(() -> cards(robot) == 0);
        robot.interact(() -> robot.lookup("#librarySearch").queryAs(TextField.class).clear());
        long sure = sure();
        robot.interact(() -> effect(robot).setValue(EffectAtLeast.POSITIVE));
        Until.holds(() -> cards(robot) == sure);
        robot.interact(() -> effect(robot).setValue(EffectAtLeast.ANY));
        robot.interact(() -> show(Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> cards(robot) == 2);
        draw(robot, "library-dark-zh");
    }

    /** Counts the entries whose interval, as their cards tell it, lies above nothing. */
    private long sure() {
        return CompletableFuture.supplyAsync(
                        () -> bench.workspace().library().cards(new CancelSignal()).stream())
                .join()
                .flatMap(card -> card.verdict().pooled().stream())
                .filter(one -> one.value() - 1.96 * one.error() > 0)
                .count();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<EffectAtLeast> effect(FxRobot robot) {
        return robot.lookup("#libraryEffect").queryAs(ComboBox.class);
    }

    @Test
    void packageIsMadeFromATemplateByKeysAlone(FxRobot robot) throws Exception {
        Until.holds(() -> cards(robot) == 2);
        Node use = robot.lookup("#card-pack_reward_spenders").query().lookup(".card-use");
        robot.interact(use::requestFocus);
        robot.push(KeyCode.SPACE);
        Until.holds(() -> robot.lookup("#useName").tryQuery().isPresent());
        type(robot, "#useName", "Reward, spring");
        type(robot, "#parameter-user_spend_ge150-number", "200");
        draw(robot, "library-use-light-en");
        robot.interact(() -> robot.lookup("#useCreate").query().requestFocus());
        robot.push(KeyCode.SPACE);
        Until.holds(() -> made());
        assertThat(
                        CompletableFuture.supplyAsync(
                                        () ->
                                                ExpressionText.write(
                                                        bench.workspace()
                                                                .packages()
                                                                .get(MADE)
                                                                .current()
                                                                .audience()))
                                .join())
                .isEqualTo("user_spend_ge200 and not user_coupon_used90d");
    }

    private boolean made() {
        return CompletableFuture.supplyAsync(
                        () -> bench.workspace().packages().draft(MADE).isPresent())
                .join();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(
                () -> {
                    robot.lookup(field).query().requestFocus();
                    robot.lookup(field).queryAs(TextField.class).setText(text);
                });
    }

    private static int cards(FxRobot robot) {
        return robot.lookup(".library-card").queryAll().size();
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    stage.setWidth(1280);
                    stage.setHeight(800);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }
}
