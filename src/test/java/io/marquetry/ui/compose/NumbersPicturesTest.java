package io.marquetry.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Locale;

/** Draws all that the composer counts in both themes and languages, to be looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersPicturesTest {

    @TempDir private static Path folder;

    private final FxRobot robot = new FxRobot();
    private SampleBench sample;

    @BeforeAll
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.asyncFx(
                        () -> sample = new SampleBench(stage, folder.resolve("workspace")))
                .get();
    }

    @AfterAll
    void close() throws Exception {
        sample.close();
        FxToolkit.cleanupStages();
    }

    @Test
    void numbersAreDrawn() throws Exception {
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
                drawChoices(suffix);
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
    private void drawChoices(String suffix) {
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
