package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.standins.HillstromTrial;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** Draws the sources screen and every step of an import in both themes and languages. */
@ExtendWith(ApplicationExtension.class)
class ImportPicturesTest {

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

    @Test
    void everyStepIsDrawn(FxRobot robot) throws Exception {
        Until.holds(() -> model.loaded().get());
        draw(robot, "sources-empty");
        Path file = HillstromTrial.writeTo(folder);
        Files.writeString(file, "\r\n1,2,3\r\nx,y\r\n", StandardOpenOption.APPEND);
        robot.interact(() -> robot.lookup("#sourceImport").queryButton().fire());
        ImportModel begun = model.importing().orElseThrow();
        draw(robot, "import-0-nothing");
        robot.interact(() -> begun.choose(file));
        Until.holds(() -> begun.file().ready().get().isPresent());
        draw(robot, "import-1-file");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        draw(robot, "import-2-columns");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == ImportStep.NAME);
        draw(robot, "import-3-name");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == ImportStep.RESULT);
        draw(robot, "import-4-result");
        robot.interact(() -> robot.lookup("#importCancel").queryButton().fire());
        draw(robot, "sources");
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void draw(FxRobot robot, String name) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> bench.show(stage, screen(), theme, language));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(
                        () ->
                                Pictures.write(
                                        stage.getScene(),
                                        "forms-"
                                                + name
                                                + "-"
                                                + language.getLanguage()
                                                + "-"
                                                + theme.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
