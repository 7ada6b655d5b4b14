package io.marquetry.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.Coupons;
import io.marquetry.launch.Wiring;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Codes of coupons come from files, and what is free can be withdrawn. */
@ExtendWith(ApplicationExtension.class)
class CouponsSheetTest {

    @TempDir private Path folder;
    private Workbench bench;
    private DispatchModel model;
    private CouponsSheet sheet;

    @Start
    void show(Stage stage) {
        bench = new Workbench(folder.resolve("workspace"), new Wiring(InstantSource.system()));
        model =
                new DispatchModel(
                        bench.workspace().dispatches(),
                        bench.workspace().packages(),
                        bench.background(),
                        Platform::runLater);
        bench.show(
                stage,
                new DispatchScreen(
                        model,
                        new PlanSheet(
                                bench.workspace().packages(),
                                bench.workspace().sources(),
                                InstantSource.system())),
                Theme.DARK,
                Locale.SIMPLIFIED_CHINESE);
        sheet = CouponsSheet.show(model, bench.desk());
    }

    @AfterEach
    void close() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void codesComeFromAFileOnceAndFreeOnesAreWithdrawn(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#couponsBring").queryButton().isDisabled()).isTrue();
        write(robot, "#couponsPool", "coupon_spring");
        write(robot, "#couponsExpires", "2031-12-31T23:59");
        bring(robot, "code\nA-1\nB C\n");
        Until.holds(() -> robot.lookup(".problem").queryAs(Labeled.class).isVisible());
        assertThat(robot.lookup(".problem").queryAs(Labeled.class).getText()).contains("2");
        assertThat(stock(robot)).isEmpty();

        bring(robot, "code\nA-1\nB-2\nC-3\n");
        Until.holds(() -> free(robot) == 3);
        bring(robot, "code\nC-3\nD-4\n");
        Until.holds(() -> free(robot) == 4);
        assertThat(stock(robot).getFirst().firstExpiry()).isPresent();
        Until.holds(() -> robot.lookup("coupon_spring").tryQuery().isPresent());
        robot.interact(
                () -> Pictures.write(robot.window(0).getScene(), "dispatch-coupons-zh-dark"));

        robot.clickOn("coupon_spring");
        press(robot, "#couponsWithdraw");
        Until.holds(() -> robot.lookup("#confirmYes").tryQuery().isPresent());
        press(robot, "#confirmYes");
        Until.holds(() -> free(robot) == 0);
    }

    private void bring(FxRobot robot, String codes) throws IOException {
        Path file = Files.writeString(folder.resolve("codes.csv"), codes);
        robot.interact(() -> sheet.bring(file));
    }

    private static long free(FxRobot robot) {
        return stock(robot).stream().mapToLong(Coupons.Stock::free).sum();
    }

    /** Returns what the list shows. */
    private static List<Coupons.Stock> stock(FxRobot robot) {
        return List.copyOf(
                robot.lookup("#couponsTable").<Coupons.Stock>queryTableView().getItems());
    }

    private static void write(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).queryAs(TextInputControl.class).setText(text));
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
        robot.type(KeyCode.SPACE);
    }
}
