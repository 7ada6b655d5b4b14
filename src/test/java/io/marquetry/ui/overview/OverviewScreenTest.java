package io.marquetry.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.life.Schedule;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.workspace.Workspace;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Everything at once, on the sample: each line leads to its place by the keyboard. */
@ExtendWith(ApplicationExtension.class)
class OverviewScreenTest {

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;
    private OverviewScreen screen;
    private PackageKey first;

    @Start
    void open(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        first =
                CompletableFuture.supplyAsync(
                                () -> {
                                    Workspace workspace = bench.workspace();
                                    new SampleWorkspace(workspace)
                                            .load(ImportListener.none(), new CancelSignal());
                                    PackageKey key =
                                            workspace.packages().list().getFirst().pack().key();
                                    workspace.remarks().add(key, "", "Who is this for?");
                                    workspace
                                            .schedules()
                                            .put(
                                                    key,
                                                    new Schedule(
                                                            Optional.of(LocalDate.of(2026, 1, 1)),
                                                            Optional.of(LocalDate.of(2026, 2, 1))));
                                    return key;
                                })
                        .join();
        screen =
                new OverviewScreen(
                        new OverviewModel(bench.workspace().overviews(), bench.background()),
                        new TrailSheet(bench.workspace().trails()));
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void everyLineLeadsToItsPlaceInBothLanguagesAndThemes(FxRobot robot) throws Exception {
        Until.holds(() -> robot.lookup("#overviewBoard .board-card").tryQuery().isPresent());
        Until.holds(() -> robot.lookup("#overviewCosts .overview-line").tryQuery().isPresent());
        Until.holds(() -> robot.lookup("#overviewWorks .overview-line").tryQuery().isPresent());
        draw(robot, "overview-light-en");
        Node card =
                robot.lookup("#overviewBoard .board-card").queryAll().stream()
                        .filter(
                                node ->
                                        node instanceof Button button
                                                && button.getText().contains("one comment"))
                        .findFirst()
                        .orElseThrow();
        press(robot, card);
        Until.holds(() -> bench.went().equals(Optional.of(new Destination.VersionsOf(first))));
        press(robot, robot.lookup("#overviewCosts .overview-line").query());
        Until.holds(() -> bench.went().orElseThrow() instanceof Destination.OfOutcomes);
        press(robot, robot.lookup("#overviewWorks .overview-line").query());
        Until.holds(() -> bench.went().orElseThrow() instanceof Destination.VersionsOf);
        robot.interact(() -> bench.show(stage, screen, Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> robot.lookup("#overviewWorks .overview-line").tryQuery().isPresent());
        draw(robot, "overview-dark-zh");
    }

    private static void press(FxRobot robot, Node node) {
        robot.interact(node::requestFocus);
        robot.push(KeyCode.SPACE);
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }
}
