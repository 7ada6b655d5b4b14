package io.marquetry.sample;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckWeight;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.library.LibraryModel;
import io.marquetry.ui.library.LibraryScreen;
import io.marquetry.ui.overview.OverviewModel;
import io.marquetry.ui.overview.OverviewScreen;
import io.marquetry.ui.overview.TrailSheet;
import io.marquetry.ui.packages.versions.VersionsSheet;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import javafx.scene.Node;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Two people take a package in the window from its draft to a template, and one of them makes a
 * second package from it: without a mouse, each sitting down in turn.
 */
@ExtendWith(ApplicationExtension.class)
class FromDraftToTemplateByKeysTest {

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
        bench = new Workbench(folder.resolve("workspace"), SmallWorkspace.wiring(folder, "li"));
        asked(
                () -> {
                    Workspace workspace = bench.workspace();
                    workspace
                            .packages()
                            .create(
                                    ONE,
                                    LocalizedText.of("Gold upgrade", "金卡升级"),
                                    CUSTOMERS,
                                    List.of(
                                            new PackageEdit.ReplaceAudience(
                                                    ExpressionText.parse("user_level_gold"))));
                    workspace
                            .checks()
                            .rule(
                                    workspace
                                            .checks()
                                            .rules()
                                            .with(CheckKind.CONTENT, CheckWeight.ASKS));
                    return ONE;
                });
        overview();
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void packageBecomesATemplateAndAnotherIsMadeFromIt(FxRobot robot) throws Exception {
        sheet(robot);
        until(() -> shows(robot, "#lifeSubmit"));
        key(robot, "#lifeSubmit");
        until(() -> shows(robot, "#lifeProblem"));
        key(robot, "#lifeChecks .overrule");
        robot.interact(
                () ->
                        robot.lookup("#lifeChecks .overrule-reason")
                                .queryAs(TextField.class)
                                .setText("the store reads it out"));
        key(robot, "#lifeChecks .overrule-done");
        until(() -> shows(robot, "#lifeChecks .overruled"));
        key(robot, "#lifeSubmit");
        until(() -> state() == PackageState.IN_REVIEW);
        sitsDown(robot, "chen");
        until(() -> robot.lookup("#overviewWaiting .overview-line").tryQuery().isPresent());
        sheet(robot);
        until(() -> shows(robot, "#lifeApprove") && shows(robot, "#lifeChecks .overruled"));
        draw(robot, "life-approver-light-en");
        remark(robot, "Fine, but watch Beijing");
        key(robot, "#lifeApprove");
        until(() -> shows(robot, "#lifeLive"));
        key(robot, "#lifeLive");
        until(() -> state() == PackageState.LIVE);
        asked(
                () -> {
                    TrialRun.add(bench.workspace(), ONE, "first", 1);
                    TrialRun.add(bench.workspace(), ONE, "second", 2);
                    return ONE;
                });
        sitsDown(robot, "li");
        sheet(robot);
        until(() -> shows(robot, "#lifeEvaluate"));
        key(robot, "#lifeEvaluate");
        until(() -> state() == PackageState.EVALUATED);
        library(robot);
        until(() -> !robot.lookup("#libraryNominate").query().isDisabled());
        key(robot, "#libraryNominate");
        until(() -> shows(robot, "#nominateDo"));
        robot.interact(() -> robot.lookup("#nominateOwner").queryAs(TextField.class).setText("Li"));
        key(robot, "#nominateDo");
        until(() -> robot.lookup("#card-pack_one").tryQuery().isPresent());
        sitsDown(robot, "chen");
        library(robot);
        until(() -> robot.lookup("#card-pack_one .card-admit").tryQuery().isPresent());
        key(robot, "#card-pack_one .card-admit");
        until(() -> state() == PackageState.TEMPLATE);
        until(() -> robot.lookup("#card-pack_one .card-use").tryQuery().isPresent());
        key(robot, "#card-pack_one .card-use");
        until(() -> shows(robot, "#useName"));
        robot.interact(
                () -> robot.lookup("#useName").queryAs(TextField.class).setText("Second upgrade"));
        key(robot, "#useCreate");
        until(() -> made() == 1);
        assertThat(asked(() -> bench.workspace().lives().steps(ONE)))
                .extracting(Step::who)
                .containsExactly("li", "chen", "chen", "li", "chen");
        assertThat(asked(() -> bench.workspace().audit().verify(new CancelSignal()).findings()))
                .isEmpty();
    }

    private void remark(FxRobot robot, String said) throws Exception {
        robot.interact(() -> robot.lookup("#remarkContent").query().requestFocus());
        robot.interact(() -> robot.lookup("#remarkContent").queryAs(TextField.class).setText(said));
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#remarks .remark").tryQuery().isPresent());
        key(robot, "#remarks .settle");
        until(() -> robot.lookup("#remarks .remark.settled").tryQuery().isPresent());
    }

    private int made() {
        return asked(
                () ->
                        (int)
                                bench.workspace().packages().list().stream()
                                        .filter(row -> !row.pack().key().equals(ONE))
                                        .count());
    }

    private PackageState state() {
        return asked(() -> bench.workspace().lives().of(ONE).state());
    }

    private void sitsDown(FxRobot robot, String login) {
        robot.interact(() -> bench.desk().sheets().close());
        Workbench before = bench;
        asked(
                () -> {
                    before.close();
                    return login;
                });
        assertThat(before.bugs()).isEmpty();
        robot.interact(
                () -> {
                    bench =
                            new Workbench(
                                    folder.resolve("workspace"),
                                    SmallWorkspace.wiring(folder, login));
                    overview();
                });
    }

    private void overview() {
        bench.show(
                stage,
                new OverviewScreen(
                        new OverviewModel(bench.workspace().overviews(), bench.background()),
                        new TrailSheet(bench.workspace().trails())),
                Theme.LIGHT,
                Locale.ENGLISH);
    }

    private void library(FxRobot robot) {
        robot.interact(() -> bench.desk().sheets().close());
        robot.interact(
                () ->
                        bench.show(
                                stage,
                                new LibraryScreen(
                                        new LibraryModel(
                                                bench.workspace().library(),
                                                bench.workspace().lives(),
                                                bench.workspace().packages(),
                                                bench.workspace().tags(),
                                                bench.background())),
                                Theme.LIGHT,
                                Locale.ENGLISH));
    }

    private void sheet(FxRobot robot) throws Exception {
        robot.interact(() -> VersionsSheet.of(bench.workspace()).open(bench.desk(), ONE, () -> {}));
        until(() -> robot.lookup("#lifeChecks .check-row").tryQuery().isPresent());
    }

    private static void key(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        robot.interact(node::requestFocus);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }

    private static <T> T asked(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private static void until(Callable<Boolean> happened) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, happened);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
