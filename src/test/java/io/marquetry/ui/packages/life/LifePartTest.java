package io.marquetry.ui.packages.life;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.packages.PackageExport;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.packages.Standings;
import io.marquetry.ui.packages.versions.VersionsSheet;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A package is taken through its life in the window, by the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class LifePartTest {

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        asked(
                () -> {
                    SmallWorkspace.open(folder).close();
                    return folder;
                });
        bench = new Workbench(folder.resolve("workspace"));
        asked(
                () -> {
                    bench.workspace()
                            .packages()
                            .create(
                                    ONE,
                                    LocalizedText.of("Gold upgrade", "金卡升级"),
                                    CUSTOMERS,
                                    List.of(
                                            new PackageEdit.ReplaceAudience(
                                                    ExpressionText.parse("user_level_gold"))));
                    return ONE;
                });
        show(Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void show(Theme theme, Locale language) {
        Workspace workspace = bench.workspace();
        bench.show(
                stage,
                new PackagesScreen(
                        new PackagesModel(
                                workspace.packages(),
                                workspace.lives(),
                                workspace.sources(),
                                Standings.of(workspace),
                                bench.background()),
                        workspace.sources(),
                        new PackageExport(workspace.packages()),
                        workspace.incoming(),
                        sheet(),
                        new CheckRulesSheet(bench.workspace().checks())),
                theme,
                language);
    }

    private VersionsSheet sheet() {
        Workspace workspace = bench.workspace();
        return VersionsSheet.of(workspace);
    }

    @Test
    void packageIsSubmittedApprovedAloneAndGoesLive(FxRobot robot) throws Exception {
        look(robot);
        key(robot, "#lifeSubmit");
        Until.holds(() -> state() == PackageState.IN_REVIEW && shows(robot, "#lifeApprove"));
        draw(robot, "life-review-light-en");
        assertThat(robot.lookup("#lifeApprove").query().isDisabled()).isTrue();
        key(robot, "#lifeAlone");
        key(robot, "#lifeApprove");
        Until.holds(() -> shows(robot, "#lifeLive"));
        assertThat(steps().getLast().solo()).isTrue();
        key(robot, "#lifeLive");
        Until.holds(() -> shows(robot, "#lifeEvaluate"));
        assertThat(state()).isEqualTo(PackageState.LIVE);
        key(robot, "#lifeEvaluate");
        Until.holds(() -> shows(robot, "#lifeProblem"));
        assertThat(robot.lookup("#lifeProblem").queryLabeled().getText()).contains("outcomes");
        assertThat(state()).isEqualTo(PackageState.LIVE);
        robot.interact(() -> bench.desk().sheets().close());
        robot.interact(() -> show(Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        look(robot);
        Until.holds(() -> texts(robot, "#packageTable").contains("v1 投放中"));
        Until.holds(() -> shows(robot, "#lifeEvaluate"));
        draw(robot, "life-live-dark-zh");
    }

    @Test
    void packageIsSentBackWithAReason(FxRobot robot) throws Exception {
        look(robot);
        key(robot, "#lifeSubmit");
        Until.holds(() -> shows(robot, "#lifeSendBack"));
        assertThat(robot.lookup("#lifeSendBack").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#lifeReason").query().requestFocus());
        robot.interact(
                () -> robot.lookup("#lifeReason").queryAs(TextField.class).setText("why gold?"));
        key(robot, "#lifeSendBack");
        Until.holds(() -> state() == PackageState.DRAFT && shows(robot, "#lifeSubmit"));
        assertThat(steps().getLast().why()).contains("why gold?");
        assertThat(texts(robot, "#lifeSteps")).contains("why gold?");
        draw(robot, "life-back-light-en");
    }

    private void look(FxRobot robot) throws Exception {
        robot.interact(() -> sheet().open(bench.desk(), ONE, () -> {}));
        Until.holds(() -> shows(robot, "#lifeTrack") && !texts(robot, "#lifeSteps").isEmpty());
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String texts(FxRobot robot, String id) {
        StringBuilder all = new StringBuilder();
        robot.lookup(id + " .label")
                .queryAll()
                .forEach(label -> all.append(((Labeled) label).getText()).append('\n'));
        return all.toString();
    }

    private PackageState state() {
        return asked(() -> bench.workspace().lives().of(ONE).state());
    }

    private List<Step> steps() {
        return asked(() -> bench.workspace().lives().steps(ONE));
    }

    private static void key(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }

    private static <T> T asked(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
