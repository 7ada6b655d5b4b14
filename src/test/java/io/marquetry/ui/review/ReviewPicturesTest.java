package io.marquetry.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.review.AdviceWords;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.sums.Economics;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.review.answer.ReviewGroupController;
import io.marquetry.ui.review.ask.OpenedGroup;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.choose.ReviewSettingsController;

import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Draws the review of three real sets of outcomes in both themes and languages. */
@ExtendWith(ApplicationExtension.class)
class ReviewPicturesTest {

    @TempDir private Path folder;

    private Workbench bench;
    private ReviewModel model;
    private ReviewScreen screen;
    private Stage stage;
    private IntakeModel begun;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        model = new ReviewModel(bench.workspace(), bench.background());
        screen =
                new ReviewScreen(
                        model,
                        () -> {
                            begun =
                                    new IntakeModel(
                                            bench.workspace().outcomes(),
                                            bench.workspace().sources(),
                                            bench.workspace().packages(),
                                            bench.background(),
                                            Platform::runLater);
                            return begun;
                        });
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @Test
    void theReviewIsDrawn(FxRobot robot) throws Exception {
        until(() -> model.loaded().get());
        draw(robot, "empty", false);
        CompletableFuture.runAsync(
                        () -> {
                            KnownOutcomes.hillstrom(bench.workspace());
                            KnownOutcomes.bank(bench.workspace());
                            KnownOutcomes.sample(bench.workspace());
                        })
                .join();
        robot.interact(() -> model.loadAndChoose(new OutcomeName("mail-test")));
        answered();
        robot.interact(
                () ->
                        model.settle(
                                Thresholds.USUAL,
                                Targets.NONE,
                                new Economics(new BigDecimal("0.4"), new BigDecimal("0.01")),
                                Correction.HOLM));
        answered();
        draw(robot, "hillstrom", true);
        sheets(robot, Theme.LIGHT, Locale.ENGLISH);
        sheets(robot, Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        robot.interact(() -> model.loadAndChoose(new OutcomeName("coupon-mailings")));
        answered();
        draw(robot, "sample", true);
        robot.interact(() -> model.loadAndChoose(new OutcomeName("calls")));
        answered();
        draw(robot, "bank", false);
        robot.interact(() -> stage.setWidth(1118));
        draw(robot, "narrow", false);
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void sheets(FxRobot robot, Theme theme, Locale language) throws Exception {
        robot.interact(() -> bench.show(stage, screen, theme, language));
        until(() -> bench.background().isQuiet());
        EffectWords words = new EffectWords(bench.desk().texts());
        Reviewed answer = model.answer().get().orElseThrow();
        OpenedGroup all =
                new OpenedGroup(
                        List.of(),
                        answer.answer().all(),
                        new AdviceWords(words.texts()).lines(answer.advised().getFirst().advice()));
        robot.interact(() -> ReviewGroupController.show(model, words, bench.desk(), all));
        picture(robot, "sheet-group", theme, language);
        robot.interact(
                () ->
                        ReviewSettingsController.show(
                                model, Thresholds.USUAL, Targets.NONE, bench.desk()));
        picture(robot, "sheet-settings", theme, language);
        robot.interact(() -> robot.lookup("#reviewMeaning").queryButton().fire());
        until(() -> bench.background().isQuiet());
        picture(robot, "sheet-outcomes", theme, language);
        Path file = folder.resolve("mails-" + language.getLanguage() + ".csv");
        Files.writeString(
                file,
                "customer_id,arm,visit,conversion,spend,city\n1,mail,1,0,2.50,"
                        + language.getLanguage()
                        + "\n");
        robot.interact(() -> robot.lookup("#reviewImport").queryButton().fire());
        robot.interact(() -> begun.choose(file));
        until(() -> !robot.lookup("#outcomesNext").queryButton().isDisabled());
        picture(robot, "wizard-1", theme, language);
        robot.interact(() -> robot.lookup("#outcomesNext").queryButton().fire());
        until(() -> robot.lookup("#importColumns").tryQuery().isPresent());
        picture(robot, "wizard-2", theme, language);
        robot.interact(() -> robot.lookup("#outcomesNext").queryButton().fire());
        until(() -> robot.lookup("#outcomesRoles").tryQuery().isPresent());
        picture(robot, "wizard-3", theme, language);
        robot.interact(() -> robot.lookup("#outcomesNext").queryButton().fire());
        until(() -> robot.lookup("#importAccepted").tryQuery().isPresent());
        picture(robot, "wizard-4", theme, language);
        robot.interact(() -> bench.desk().sheets().close());
    }

    private void answered() throws Exception {
        until(() -> bench.background().isQuiet() && !model.busy().get());
        until(() -> model.answer().get().isPresent() && !model.busy().get());
    }

    private static void until(Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(fact);
    }

    private void draw(FxRobot robot, String name, boolean below) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> bench.show(stage, screen, theme, language));
                until(() -> bench.background().isQuiet());
                picture(robot, name, theme, language);
                if (below) {
                    robot.interact(
                            () ->
                                    robot.lookup("#reviewContent")
                                            .queryAs(ScrollPane.class)
                                            .setVvalue(0.4));
                    picture(robot, name + "-middle", theme, language);
                    robot.interact(
                            () ->
                                    robot.lookup("#reviewContent")
                                            .queryAs(ScrollPane.class)
                                            .setVvalue(1));
                    picture(robot, name + "-below", theme, language);
                }
            }
        }
    }

    private void picture(FxRobot robot, String name, Theme theme, Locale language) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () ->
                        Pictures.write(
                                stage.getScene(),
                                "review-"
                                        + name
                                        + "-"
                                        + language.getLanguage()
                                        + "-"
                                        + theme.name().toLowerCase(Locale.ROOT)));
    }
}
