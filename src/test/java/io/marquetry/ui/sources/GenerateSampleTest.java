package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
class GenerateSampleTest {

    @TempDir private Path folder;

    private Workbench bench;
    private SourcesModel model;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        model = SourcesBench.model(bench);
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void sampleIsThereAndChosen(FxRobot robot) throws Exception {
        press(robot, "#sourceGenerate");
        robot.interact(() -> begun().profiles().set(10_000L));
        assertThat(words(robot, "#generateNeeds")).isEqualTo("Takes up to 69 MB of disk.");
        draw(robot, "generate-light", Theme.LIGHT, Locale.ENGLISH);
        draw(robot, "generate-dark", Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        robot.interact(() -> begun().profiles().set(2_000L));
        press(robot, "#generateRun");
        SourceName made = new SourceName("generated-2k");
        Until.holds(() -> model.find(made).isPresent());
        assertThat(model.chosen().get()).contains(made);
        assertThat(robot.lookup("#generateRun").tryQuery()).isEmpty();
        assertThat(bench.said()).singleElement().asString().contains("2,000");
        assertThat(bench.workspace().tags().catalog().tags()).hasSizeGreaterThan(300);
        assertThat(bench.workspace().packages().list()).hasSize(4);
    }

    @Test
    void stoppedSampleLeavesNothing(FxRobot robot) throws Exception {
        press(robot, "#sourceGenerate");
        robot.interact(() -> begun().profiles().set(10_000_000L));
        press(robot, "#generateRun");
        Until.holds(() -> begun().work().progress().get().isPresent());
        assertThat(words(robot, "#generateProgress")).endsWith("rows made");
        assertThat(robot.lookup("#generateSize").query().isDisabled()).isTrue();
        press(robot, "#generateStop");
        Until.holds(() -> !begun().work().busy().get());
        assertThat(words(robot, "#generateProblem")).startsWith("Stopped.");
        Until.holds(() -> filesIn(folder.resolve("workspace/sources")) == 0);
        press(robot, "#generateCancel");
        assertThat(robot.lookup("#generateRun").tryQuery()).isEmpty();
        assertThat(bench.workspace().sources().list()).isEmpty();
        assertThat(bench.workspace().tags().catalog().tags()).isEmpty();
    }

    private GenerateSampleModel begun() {
        return model.generating().orElseThrow();
    }

    private void draw(FxRobot robot, String name, Theme theme, Locale language) {
        robot.interact(() -> bench.show(stage, screen(), theme, language));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static long filesIn(Path sources) throws IOException {
        if (!Files.exists(sources)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
