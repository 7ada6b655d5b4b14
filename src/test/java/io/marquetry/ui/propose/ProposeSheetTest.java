package io.marquetry.ui.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.TagsModel;
import io.marquetry.ui.tags.TagsScreen;
import io.marquetry.ui.tags.centre.GovernanceModel;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The sheet that makes tags from columns, on customers that were imported a moment ago. */
@ExtendWith(ApplicationExtension.class)
class ProposeSheetTest {

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        Path workspace = folder.resolve("workspace");
        CompletableFuture.runAsync(() -> importCustomers(workspace)).join();
        bench = new Workbench(workspace);
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        bench.show(stage, new TagsScreen(model, governance()), Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void tickedTagsAreMadeInOneStepByKeyboardAlone(FxRobot robot) throws Exception {
        ListView<ProposeRow> list = found(robot);
        Button make = robot.lookup("#proposeMake").queryButton();
        assertThat(make.getText()).isEqualTo("Create 10 tags");
        assertThat(list.isFocused()).isTrue();

        // The first line is the heading of a column: the space bar takes all its ticks away.
        robot.type(KeyCode.SPACE);
        assertThat(make.getText()).isEqualTo("Create 7 tags");
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        assertThat(make.getText()).isEqualTo("Create 8 tags");
        robot.interact(() -> Pictures.write(stage.getScene(), "propose-keys"));
        robot.type(KeyCode.ENTER);
        Until.holds(() -> tags() == 8);

        assertThat(bench.said()).containsExactly("8 tags were made.");
        assertThat(robot.lookup("#proposeList").tryQuery()).isEmpty();
        Until.holds(() -> robot.lookup("#tagTable").queryTableView().getItems().size() == 8);
    }

    @Test
    void theSheetIsDrawn(FxRobot robot) throws Exception {
        found(robot);
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Theme theme : Theme.values()) {
                robot.interact(
                        () ->
                                bench.show(
                                        stage,
                                        new TagsScreen(model, governance()),
                                        theme,
                                        language));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(
                        () ->
                                Pictures.write(
                                        stage.getScene(),
                                        "propose-"
                                                + language.getLanguage()
                                                + "-"
                                                + theme.name().toLowerCase(Locale.ROOT)));
            }
        }
        assertThat(robot.lookup("#proposeMake").queryButton().getText()).isEqualTo("创建 10 个标签");
    }

    private ListView<ProposeRow> found(FxRobot robot) throws Exception {
        Until.holds(() -> !robot.lookup("#tagFromColumns").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#tagFromColumns").queryButton().fire());
        ListView<ProposeRow> list = robot.lookup("#proposeList").queryListView();
        Until.holds(() -> !list.getItems().isEmpty());
        return list;
    }

    private int tags() {
        return CompletableFuture.supplyAsync(() -> bench.workspace().tags().catalog().tags().size())
                .join();
    }

    private void importCustomers(Path workspace) {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>(List.of("member_no,city,channel,vip,spend_total"));
        for (int i = 0; i < 800; i++) {
            lines.add(
                    "M"
                            + i
                            + ","
                            + List.of("上海", "北京", "Graz").get(random.nextInt(3))
                            + ","
                            + List.of("Web", "Phone", "Shop", "").get(random.nextInt(4))
                            + ","
                            + (random.nextInt(5) == 0 ? "yes" : "no")
                            + ","
                            + Math.round(Math.exp(random.nextGaussian()) * 5000) / 100.0);
        }
        try {
            Path file = Files.write(folder.resolve("members.csv"), lines);
            CliRun run =
                    CliRun.of(
                            wanted -> new Wiring(InstantSource.system()).open(wanted),
                            "profiles",
                            "import",
                            file.toString(),
                            "--key",
                            "member_no",
                            "--workspace",
                            workspace.toString());
            assertThat(run.code()).as(run.err()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GovernanceModel governance() {
        return new GovernanceModel(bench.workspace(), bench.background());
    }
}
