package io.marquetry.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.Theme;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.Locale;

/** Draws all that the composer counts in both themes and languages, to be looked at. */
@ExtendWith(ApplicationExtension.class)
class NumbersPicturesTest {

    @TempDir private Path folder;
    private SampleBench sample;

    @Start
    void start(Stage stage) {
        sample = new SampleBench(stage, folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void numbersAreDrawn(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    sample.model().apply(new PackageEdit.RemoveNode(NodePath.of(2, 1)));
                    sample.model().exclude(new TagKey("user_dept_seafood"));
                    sample.screen.numbers().explain().open().set(true);
                });
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> sample.show(theme, language));
                sample.settle();
                robot.clickOn("#verify");
                robot.interact(
                        () -> {
                            robot.lookup("#explainKey").queryTextInputControl().setText("13");
                            robot.lookup("#explainNow").queryButton().fire();
                        });
                String suffix =
                        "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage();
                sample.draw("numbers" + suffix, 1440, 900);
                sample.draw("numbers-1280" + suffix, 1280, 800);
                drawChoices(robot, suffix);
                robot.interact(() -> robot.lookup("#export").queryButton().fire());
                sample.settle();
                sample.draw("export-check" + suffix, 1280, 800);
                robot.interact(() -> robot.lookup("#checkBack").queryButton().fire());
                sample.draw("numbers-1024" + suffix, 1024, 700);
                ScrollPane preview = robot.lookup("#composePreview").queryAs(ScrollPane.class);
                robot.interact(() -> preview.setVvalue(1));
                sample.draw("numbers-below" + suffix, 1180, 760);
                robot.interact(() -> preview.setVvalue(0));
                robot.interact(
                        () -> robot.lookup("#overlapCombinations").queryAs(Hyperlink.class).fire());
                sample.draw("combinations" + suffix, 1180, 760);
                robot.interact(() -> robot.lookup("#combinationsDone").queryButton().fire());
            }
        }
        assertThat(sample.bench.bugs()).isEmpty();
    }

    /** A list to choose from is a window of its own. */
    private static void drawChoices(FxRobot robot, String suffix) {
        ComboBox<?> choice = robot.lookup("#paletteGrouping").queryComboBox();
        robot.interact(choice::show);
        robot.interact(
                () ->
                        Window.getWindows().stream()
                                .filter(PopupWindow.class::isInstance)
                                .forEach(
                                        popup ->
                                                Pictures.write(
                                                        popup.getScene(), "choices" + suffix)));
        robot.interact(choice::hide);
    }
}
