package io.marquetry.ui.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.LocalizedText;
import io.marquetry.govern.Finding;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Imports;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.centre.GovernanceModel;

import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Two thousand tags: list, filter and board answer on the FX thread within a frame. */
@ExtendWith(ApplicationExtension.class)
@org.junit.jupiter.api.Tag("sights")
class ManyTagsTest {

    private static final int TAGS = 2_000;
    private static final double FRAME = 16;

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
    private GovernanceModel governance;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        governance =
                new GovernanceModel(
                        bench.workspace().centre(),
                        bench.workspace().consequences(),
                        bench.workspace().tagWatch(),
                        bench.workspace().audiences().indexes(),
                        bench.workspace().settings(),
                        bench.background());
        bench.show(stage, new TagsScreen(model, governance), Theme.LIGHT, Locale.ENGLISH);
    }

    @Test
    void listFilterAndBoardTakeAFrame(FxRobot robot) throws Exception {
        Imports.hillstrom(bench.workspace());
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < TAGS; i++) {
            tags.add(tag(i));
        }
        bench.workspace().tags().save(tags);
        robot.interact(() -> model.load(problem -> {}));
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> governance.governed().get().count(Finding.Kind.NO_OWNER) == TAGS);
        double list = median(robot, () -> model.search().set(""), () -> model.search().set("1"));
        double words =
                median(robot, () -> model.search().set("tag 12"), () -> model.search().set(""));
        double board =
                median(
                        robot,
                        () -> governance.tile().set(Optional.of(Finding.Kind.UNUSED)),
                        () -> governance.tile().set(Optional.empty()));
        System.out.printf(
                "%d tags: list %.1f ms, filter %.1f ms, board %.1f ms%n", TAGS, list, words, board);
        assertThat(List.of(list, words, board)).allSatisfy(ms -> assertThat(ms).isLessThan(FRAME));
        bench.close();
    }

    private double median(FxRobot robot, Runnable measured, Runnable between) {
        double[] times = new double[21];
        for (int i = 0; i < times.length; i++) {
            robot.interact(() -> run(between));
            double[] time = new double[1];
            robot.interact(() -> time[0] = run(measured));
            times[i] = time[0];
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** Returns the milliseconds until it is laid out. */
    private double run(Runnable work) {
        Scene scene = stage.getScene();
        long start = System.nanoTime();
        work.run();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Tag tag(int number) {
        return new Tag(
                new TagKey("user_many_n" + number),
                Category.AUDIENCE,
                LocalizedText.of("Tag " + number, "标签 " + number),
                LocalizedText.of("Many", "许多"),
                Optional.empty(),
                Optional.of(
                        new TagRule.Compare(
                                "history",
                                Comparison.AT_LEAST,
                                new Value.Number(new BigDecimal(number)))),
                Optional.empty());
    }
}
