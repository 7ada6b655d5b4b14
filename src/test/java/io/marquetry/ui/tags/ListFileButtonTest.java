package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Imports;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.centre.GovernanceModel;

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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The button that takes the values of a list from a file. */
@ExtendWith(ApplicationExtension.class)
class ListFileButtonTest {

    private static final TagKey KEY = new TagKey("user_channel_some");

    @TempDir private Path folder;
    private Workbench bench;
    private TagsModel model;
    private Stage shown;

    @Start
    void start(Stage stage) {
        shown = stage;
        bench = new Workbench(folder.resolve("w"));
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        bench.show(
                stage,
                new TagsScreen(model, new GovernanceModel(bench.workspace(), bench.background())),
                Theme.LIGHT,
                Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void valuesOfTheChosenFileJoinTheList(FxRobot robot) throws Exception {
        editTag(robot);
        Path list =
                Files.writeString(folder.resolve("channels.csv"), "channel,n\nPhone,1\nWeb,2\n");
        bench.chooses(list);

        click(robot);

        Until.holds(() -> chips(robot) == 2);
        Until.holds(() -> words(robot, "#tagSize").equals("56,238"));
        robot.interact(() -> Pictures.write(shown.getScene(), "tags-list-file"));
    }

    @Test
    void fileThatCannotBeReadIsToldBesideTheListAndChangesNothing(FxRobot robot) throws Exception {
        editTag(robot);
        Path other = Files.writeString(folder.resolve("other.csv"), "city,n\nGraz,1\nLinz,2\n");
        bench.chooses(other);

        click(robot);

        Until.holds(() -> !words(robot, ".rule-list .field-problem").isEmpty());
        assertThat(words(robot, ".rule-list .field-problem")).contains("other.csv");
        assertThat(chips(robot)).isEqualTo(1);
    }

    @Test
    void nothingHappensWhereNobodyChoseAFile(FxRobot robot) throws Exception {
        editTag(robot);

        click(robot);

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chips(robot)).isEqualTo(1);
    }

    private void editTag(FxRobot robot) throws Exception {
        Imports.hillstrom(bench.workspace());
        bench.workspace()
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        KEY,
                                        Category.AUDIENCE,
                                        LocalizedText.of("Some", "一些"),
                                        LocalizedText.of("Channels", "渠道"),
                                        Optional.empty(),
                                        Optional.of(
                                                new TagRule.InList(
                                                        "channel", List.of(new Value.Text("Web")))),
                                        Optional.empty())),
                        List.of());
        robot.interact(() -> model.load(problem -> {}));
        Until.holds(() -> model.source().get().isPresent());
        robot.interact(() -> model.edit(KEY));
        Until.holds(() -> words(robot, "#tagSize").equals("28,217"));
    }

    private static void click(FxRobot robot) {
        robot.clickOn(robot.lookup(".list-file").queryAs(Button.class));
    }

    private static int chips(FxRobot robot) {
        return robot.lookup(".value-chip").queryAll().size();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }
}
