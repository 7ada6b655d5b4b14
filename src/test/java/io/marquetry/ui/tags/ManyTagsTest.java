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
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.tags.centre.GovernanceModel;

import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** 2,000 tags are listed, searched and narrowed by the board while one looks. */
@ExtendWith(ApplicationExtension.class)
class ManyTagsTest {

    private static final int TAGS = 2_000;
    private static final int ROUNDS = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Processor time of the window's thread, in milliseconds: a frame of a screen. */
    private static final double MOST = 16.7;

    @TempDir private Path folder;

    private Workbench bench;
    private TagsModel model;
    private GovernanceModel governance;
    private Parent root;

    @Start
    void show(Stage stage) {
        bench = new Workbench(folder.resolve("workspace"));
        model =
                new TagsModel(
                        bench.workspace().tags(),
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        bench.workspace().audiences().readers(),
                        bench.background());
        governance = new GovernanceModel(bench.workspace(), bench.background());
        bench.show(stage, new TagsScreen(model, governance), Theme.LIGHT, Locale.ENGLISH);
        root = stage.getScene().getRoot();
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void fill(FxRobot robot) throws Exception {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < TAGS; i++) {
            String key = "user_level_t" + i;
            tags.add(
                    new Tag(
                            new TagKey(key),
                            Category.AUDIENCE,
                            LocalizedText.of("Tag number " + i, "标签 " + i),
                            LocalizedText.of("Level", "等级"),
                            Optional.empty(),
                            Optional.of(
                                    new TagRule.Compare(
                                            "spend",
                                            Comparison.AT_LEAST,
                                            new Value.Number(BigDecimal.valueOf(i + 1)))),
                            Optional.empty()));
        }
        bench.workspace().tags().save(tags);
        robot.interact(() -> model.load(problem -> {}));
        Until.holds(() -> governance.governed().get().count(Finding.Kind.NO_OWNER) == TAGS);
        Until.holds(() -> bench.background().isQuiet());
    }

    /** How long it takes depends on what else runs, so it is asked for alone. */
    @Test
    @org.junit.jupiter.api.Tag("reliability")
    void listSearchAndBoardFollowAtOnce(FxRobot robot) throws Exception {
        fill(robot);
        List<Double> listed = new ArrayList<>();
        List<Double> searched = new ArrayList<>();
        List<Double> narrowed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String word = "number " + (1 + round % 9);
            searched.add(frame(robot, () -> model.search().set(word)));
            searched.add(frame(robot, () -> model.search().set("number")));
            narrowed.add(
                    frame(
                            robot,
                            () -> governance.tile().set(Optional.of(Finding.Kind.OFF_STANDARD))));
            narrowed.add(
                    frame(robot, () -> governance.tile().set(Optional.of(Finding.Kind.NO_OWNER))));
            narrowed.add(frame(robot, () -> governance.tile().set(Optional.empty())));
            listed.add(frame(robot, () -> model.search().set("nothing is called so")));
            listed.add(frame(robot, () -> model.search().set("")));
        }
        System.out.printf(
                "%d tags: list %.1f ms, search %.1f ms, board %.1f ms (median of %d, longest %.1f)%n",
                TAGS,
                median(listed),
                median(searched),
                median(narrowed),
                ROUNDS,
                listed.stream().mapToDouble(one -> one).max().orElse(0));
        assertThat(median(listed)).isLessThan(MOST);
        assertThat(median(searched)).isLessThan(MOST);
        assertThat(median(narrowed)).isLessThan(MOST);
    }

    @Test
    void onlyTheRowsThatAreSeenAreDrawn(FxRobot robot) throws Exception {
        fill(robot);
        ListTable<Tag> table = robot.lookup("#tagTable").query();
        assertThat(table.getItems()).hasSize(TAGS);
        long drawn =
                table.lookupAll(".table-row-cell").stream().filter(row -> row.isVisible()).count();
        assertThat(drawn).isBetween(5L, 60L);
        TableCell<?, ?> before = (TableCell<?, ?>) table.lookup(".table-cell");
        robot.interact(() -> table.renew());
        // What is told anew is told by the same cells.
        assertThat(table.lookup(".table-cell")).isSameAs(before);
    }

    /** Returns how long the window's thread is busy until what changed is styled and laid out. */
    private double frame(FxRobot robot, Runnable change) throws Exception {
        CompletableFuture<Double> took = new CompletableFuture<>();
        Scene scene = root.getScene();
        robot.interact(
                () -> {
                    long begun = THREADS.getCurrentThreadCpuTime();
                    change.run();
                    long changed = THREADS.getCurrentThreadCpuTime() - begun;
                    new Pulse(scene, pulse -> took.complete((changed + pulse) / 1e6)).start();
                });
        return took.get(30, TimeUnit.SECONDS);
    }

    /** Tells what the next frame takes: timers run before it is styled and laid out. */
    private static final class Pulse extends AnimationTimer {
        private final Scene scene;
        private final LongConsumer took;

        Pulse(Scene scene, LongConsumer took) {
            this.scene = scene;
            this.took = took;
        }

        @Override
        public void handle(long now) {
            stop();
            long begun = THREADS.getCurrentThreadCpuTime();
            Runnable[] end = new Runnable[1];
            end[0] =
                    () -> {
                        scene.removePostLayoutPulseListener(end[0]);
                        took.accept(THREADS.getCurrentThreadCpuTime() - begun);
                    };
            scene.addPostLayoutPulseListener(end[0]);
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
