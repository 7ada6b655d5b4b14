package io.marquetry.ui.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.application.Platform;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws every step of an import of outcomes in both themes and languages. */
@ExtendWith(ApplicationExtension.class)
class IntakePicturesTest {

    @TempDir private Path folder;

    private Workbench bench;
    private ReviewScreen screen;
    private IntakeModel begun;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        screen =
                new ReviewScreen(
                        new ReviewModel(bench.workspace(), bench.background()),
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
    void everyStepIsDrawn(FxRobot robot) throws Exception {
        Path events = folder.resolve("offers-spring.jsonl");
        Files.writeString(
                events,
                """
                {"person":"a17","event":"offer received","arm":"mail","at":"2017-01-01","amount":0}
                {"person":"a17","event":"offer viewed","arm":"mail","at":"2017-01-02","amount":0}
                {"person":"a17","event":"offer completed","arm":"mail","at":"2017-01-03","amount":5}
                {"person":"b20","event":"offer received","arm":"control","at":"2017-01-01"}
                """);
        steps(robot, events, "events", true);
        Path rows = folder.resolve("spring-mail.csv");
        Files.writeString(
                rows,
                """
                campaign;customer_id;segment;sent_at;sent;delivered;opened;conversion;spend;city
                spring;1;mail;31/01/2017;yes;yes;ja;1;12.50;Beijing
                spring;2;mail;31/01/2017;yes;yes;nein;0;n/a;Xi'an
                spring;2;mail;31/01/2017;yes;yes;nein;0;n/a;Xi'an
                spring;3;control;31/01/2017;no;no;nein;0;0;
                summer;1;mail;01/02/2017;yes;yes;ja;0;soon;Beijing
                """);
        steps(robot, rows, "rows", false);
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    private void steps(FxRobot robot, Path file, String name, boolean keep) throws Exception {
        robot.interact(() -> robot.lookup("#reviewImport").queryButton().fire());
        Until.holds(() -> keep || !begun.kept().names().isEmpty());
        draw(robot, name + "-0-nothing");
        robot.interact(() -> begun.choose(file));
        Until.holds(() -> begun.file().ready().get().isPresent());
        draw(robot, name + "-1-table");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == IntakeStep.COLUMNS);
        draw(robot, name + "-2-columns");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == IntakeStep.MAPPING);
        robot.interact(() -> begun.form().randomised().set(true));
        if (keep) {
            robot.interact(() -> begun.form().keepAs().set("offers"));
        } else {
            robot.interact(
                    () -> {
                        begun.form().role(OutcomeRole.HIT).equal().set("si");
                        begun.next();
                    });
            draw(robot, name + "-3-refused");
            robot.interact(
                    () -> {
                        begun.form().role(OutcomeRole.HIT).equal().set("ja");
                        begun.form().role(OutcomeRole.REVENUE).column().set(Optional.empty());
                    });
        }
        draw(robot, name + "-3-meaning");
        robot.interact(begun::next);
        Until.holds(() -> begun.step().get() == IntakeStep.RESULT);
        draw(robot, name + "-4-result");
        robot.interact(() -> robot.lookup("#outcomesNext").queryButton().fire());
        Until.holds(() -> robot.lookup("#outcomesNext").tryQuery().isEmpty());
        assertThat(bench.workspace().outcomes().mappings().all())
                .containsKey(new OutcomeName("offers"));
    }

    private void draw(FxRobot robot, String name) {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> bench.show(stage, screen, theme, language));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(
                        () ->
                                Pictures.write(
                                        stage.getScene(),
                                        "outcomes-"
                                                + name
                                                + "-"
                                                + language.getLanguage()
                                                + "-"
                                                + theme.name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
