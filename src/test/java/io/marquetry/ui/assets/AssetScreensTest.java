package io.marquetry.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.CancelSignal;
import io.marquetry.govern.LifeState;
import io.marquetry.pack.PackageKey;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.requirements.RequirementsModel;
import io.marquetry.ui.requirements.RequirementsScreen;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
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
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Assets are kept, texts proved and requirements made into packages in the window. */
@ExtendWith(ApplicationExtension.class)
class AssetScreensTest {

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;
    private ScreenMaker assets;
    private ScreenMaker requirements;

    @Start
    void open(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        CompletableFuture.runAsync(
                        () ->
                                new SampleWorkspace(bench.workspace())
                                        .load(ImportListener.none(), new CancelSignal()))
                .join();
        assets = new AssetsScreen(new AssetsModel(bench.workspace(), bench.background()));
        requirements =
                new RequirementsScreen(
                        new RequirementsModel(
                                bench.workspace(),
                                bench.background(),
                                () -> LocalDate.of(2026, 1, 2)));
        bench.show(stage, assets, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void assetIsMadeActivatedAndProvedInTheWindow(FxRobot robot) throws Exception {
        Until.holds(() -> rows(robot) > 10);
        draw(robot, "assets-light-en");
        robot.interact(() -> robot.lookup("#assetNew").queryAs(Button.class).fire());
        robot.interact(
                () -> {
                    text(robot, "#assetKey").setText("coupon_spring");
                    text(robot, "#assetNameEn").setText("Spring coupon");
                    text(robot, "#assetFact_amount").setText("twenty");
                });
        draw(robot, "asset-new-light-en");
        robot.interact(() -> robot.lookup("#assetSave").queryAs(Button.class).fire());
        Until.holds(() -> robot.lookup("#assetProblem").query().isVisible());
        robot.interact(() -> text(robot, "#assetFact_amount").setText("20"));
        robot.interact(() -> robot.lookup("#assetSave").queryAs(Button.class).fire());
        AssetKey key = new AssetKey("coupon_spring");
        Until.holds(() -> ask(() -> bench.workspace().assets().assets().containsKey(key)));
        Until.holds(() -> robot.lookup("#assetSheet").tryQuery().isEmpty());
        robot.interact(() -> text(robot, "#assetSearch").setText("coupon_spring"));
        Until.holds(() -> rows(robot) == 1);
        robot.interact(
                () ->
                        robot.lookup("#assetTable")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .clearAndSelect(0));
        Until.holds(() -> robot.lookup("#assetToACTIVE").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#assetToACTIVE").queryAs(Button.class).fire());
        Until.holds(
                () ->
                        ask(() -> bench.workspace().assets().get(key)).care().state()
                                        == LifeState.ACTIVE
                                && robot.lookup("#assetToDEPRECATED").tryQuery().isPresent());
        robot.interact(() -> text(robot, "#assetSearch").setText("sms_wake"));
        Until.holds(() -> rows(robot) == 1);
        robot.interact(
                () ->
                        robot.lookup("#assetTable")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .clearAndSelect(0));
        robot.interact(() -> robot.lookup("#assetProof").queryAs(Button.class).fire());
        Until.holds(
                () -> robot.lookup("#proofCounted").queryAs(VBox.class).getChildren().size() > 2);
        draw(robot, "asset-proof-light-en");
        robot.interact(() -> robot.lookup("#proofClose").queryAs(Button.class).fire());
        robot.interact(() -> text(robot, "#assetSearch").clear());
        robot.interact(() -> bench.show(stage, assets, Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> rows(robot) > 10);
        draw(robot, "assets-dark-zh");
    }

    @Test
    void requirementIsTickedAndBecomesAPackage(FxRobot robot) throws Exception {
        robot.interact(() -> bench.show(stage, requirements, Theme.LIGHT, Locale.ENGLISH));
        Until.holds(() -> robot.lookup("#found_user_value_winback").tryQuery().isPresent());
        draw(robot, "requirements-light-en");
        robot.interact(() -> robot.lookup("#requirementNew").queryAs(Button.class).fire());
        robot.interact(
                () ->
                        robot.lookup("#requirementGoal")
                                .queryAs(TextArea.class)
                                .setText("爱买海鲜的老年人，晚上别打扰，直播间里的新粉丝"));
        Until.holds(
                () ->
                        robot.lookup("#found_user_dept_seafood").tryQuery().isPresent()
                                && robot.lookup("#found_reach_quiet_2200").tryQuery().isPresent());
        robot.interact(() -> tick(robot, "#found_user_dept_seafood"));
        robot.interact(() -> tick(robot, "#found_reach_quiet_2200"));
        robot.interact(
                () -> bench.show(stage, requirements, Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(
                () ->
                        robot.lookup("#found_user_value_winback").tryQuery().isPresent()
                                || robot.lookup("#found_user_dept_seafood").tryQuery().isPresent());
        draw(robot, "requirements-dark-zh");
    }

    @Test
    void acceptedTagsOfTheSamplesRequirementBecomeAPackage(FxRobot robot) throws Exception {
        robot.interact(() -> bench.show(stage, requirements, Theme.LIGHT, Locale.ENGLISH));
        Until.holds(() -> !robot.lookup("#requirementMake").queryAs(Button.class).isDisabled());
        robot.interact(() -> robot.lookup("#requirementMake").queryAs(Button.class).fire());
        RequirementKey key = new RequirementKey("win-back-coupon-users");
        Until.holds(
                () ->
                        ask(() -> bench.workspace().requirements().get(key))
                                .value()
                                .pack()
                                .isPresent());
        PackageKey made =
                ask(() -> bench.workspace().requirements().get(key)).value().pack().orElseThrow();
        assertThat(ask(() -> bench.workspace().packages().get(made)).current().contents())
                .extracting(Object::toString)
                .anyMatch(tag -> tag.contains("sms_template_wake"));
    }

    private static void tick(FxRobot robot, String id) {
        robot.lookup(id).queryAs(CheckBox.class).fire();
    }

    private static TextField text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#assetTable").queryAs(TableView.class).getItems().size();
    }

    private static <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
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
