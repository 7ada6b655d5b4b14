package io.marquetry.ui.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.AttributeType;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The import of outcomes, from the review to figures on the screen. */
@ExtendWith(ApplicationExtension.class)
class IntakeWizardTest {

    @TempDir private Path folder;

    private Workbench bench;
    private IntakeModel begun;
    private ReviewScreen screen;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        ReviewModel model = new ReviewModel(bench.workspace(), bench.background());
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

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void hillstromGoesFromTheFileToTheCards(FxRobot robot) throws Exception {
        map(robot, HillstromTrial.writeTo(folder));
        assertThat(begun.form().role(OutcomeRole.HIT).column().get()).contains("visit");
        assertThat(begun.form().role(OutcomeRole.ARM).column().get()).contains("segment");
        robot.interact(
                () -> {
                    begun.form().randomised().set(true);
                    begun.form().control().set("No E-Mail");
                    begun.form().keepAs().set("mail");
                });
        until(() -> robot.lookup("#outcomesPart0").tryQuery().isPresent());
        robot.interact(
                () -> {
                    begun.form().plan().part("No E-Mail").set("one third");
                    begun.form().plan().people().set("many");
                });
        press(robot, "#outcomesNext");
        assertThat(words(robot, "#outcomesProblem"))
                .contains("Planned parts are numbers above 0")
                .contains("“many” is no number of people");
        robot.interact(
                () -> {
                    begun.form().plan().part("No E-Mail").set("33.3 %");
                    begun.form().plan().part("Mens E-Mail").set("33.3");
                    begun.form().plan().part("Womens E-Mail").set("33.3");
                    begun.form().plan().people().set("64000");
                    Pictures.write(stage.getScene(), "outcomes-planned");
                });
        assertThat(begun.form().design())
                .isInstanceOfSatisfying(
                        Design.Randomised.class,
                        chance -> {
                            assertThat(chance.plan().shares()).hasSize(3);
                            assertThat(chance.plan().people()).hasValue(64_000);
                        });
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("64,000");
        press(robot, "#outcomesNext");
        until(() -> robot.lookup("#card-targeted").tryQuery().isPresent());
        until(() -> bench.background().isQuiet());
        assertThat(words(robot, "#card-targeted")).isEqualTo("42,694");
        assertThat(bench.workspace().outcomes().mappings().all())
                .containsKey(new OutcomeName("mail"));
    }

    @Test
    void mappingThatDoesNotFitIsRefusedWithItsSentence(FxRobot robot) throws Exception {
        Path file = folder.resolve("answers.csv");
        Files.writeString(file, "id,answer,money\n1,ja,lots\n2,nein,few\n3,ja,none\n");
        map(robot, file);
        press(robot, "#outcomesNext");
        assertThat(words(robot, "#outcomesProblem"))
                .isEqualTo(
                        "Nothing is mapped that tells an effect. Map delivered, hit, converted or"
                                + " revenue to a column.");
        robot.interact(
                () -> {
                    begun.form().role(OutcomeRole.CONVERTED).column().set(Optional.of("answer"));
                    begun.form().role(OutcomeRole.REVENUE).column().set(Optional.of("money"));
                    begun.form().randomised().set(true);
                });
        press(robot, "#outcomesNext");
        assertThat(words(robot, "#outcomesProblem"))
                .contains("Column “answer” holds text")
                .contains("Column “money” holds no numbers")
                .contains("map the column that tells the arm");
        assertThat(begun.step().get()).isEqualTo(IntakeStep.MAPPING);
        robot.interact(
                () -> {
                    begun.form().role(OutcomeRole.CONVERTED).equal().set("ja");
                    begun.form().role(OutcomeRole.REVENUE).column().set(Optional.empty());
                    begun.form().randomised().set(false);
                });
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("3");
    }

    @Test
    void sameFileTwiceIsNoticed(FxRobot robot) throws Exception {
        Path file = folder.resolve("small.csv");
        Files.writeString(file, "id,visit\n1,1\n2,0\n2\n");
        map(robot, file);
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(words(robot, "#importRejected")).isEqualTo("1");
        press(robot, "#outcomesNext");
        until(() -> robot.lookup("#outcomesNext").tryQuery().isEmpty());
        until(() -> bench.background().isQuiet());
        map(robot, file);
        press(robot, "#outcomesNext");
        until(() -> !begun.work().problems().get().isEmpty());
        assertThat(words(robot, "#outcomesProblem")).startsWith("This file was imported before");
    }

    @Test
    void eventsAsJsonLinesAreMappedByTheirWordsAndTheMappingIsUsedAgain(FxRobot robot)
            throws Exception {
        Path first =
                Files.writeString(
                        folder.resolve("events.jsonl"),
                        """
                        {"person":"a","event":"offer received","amount":"n/a"}
                        {"person":"a","event":"offer viewed","amount":"n/a"}
                        {"person":"a","event":"offer completed","amount":"2.50"}
                        {"person":"b","event":"offer received","amount":"n/a"}
                        """);
        press(robot, "#reviewImport");
        robot.interact(() -> begun.choose(first));
        until(() -> !robot.lookup("#outcomesNext").queryButton().isDisabled());
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.COLUMNS);
        assertThat(robot.lookup("#importKey").query().getParent().isVisible()).isFalse();
        robot.interact(
                () ->
                        begun.columns()
                                .correct(
                                        new ColumnReadings(
                                                Map.of(
                                                        "amount",
                                                        ColumnReading.of(
                                                                Optional.of(AttributeType.DECIMAL),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Set.of("n/a"))))));
        robot.interact(begun::readAgain);
        // Asked between events: one reading may begin the next.
        until(() -> WaitForAsyncUtils.asyncFx(() -> !begun.work().busy().get()).get());
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
        assertThat(begun.form().rows().get()).isEqualTo(RowKind.EVENTS);
        assertThat(begun.form().role(OutcomeRole.HIT).word().get()).isEqualTo("offer viewed");
        assertThat(combo(robot, "#outcomes-converted-word").getItems())
                .containsExactly("offer received", "offer viewed", "offer completed");
        robot.interact(
                () -> {
                    combo(robot, "#outcomes-hit-word").getEditor().setText("offer seen");
                    begun.form().keepAs().set("offers");
                });
        press(robot, "#outcomesNext");
        assertThat(words(robot, "#outcomesProblem"))
                .isEqualTo(
                        "Column “event” never holds “offer seen”. Choose one of its words: offer"
                                + " received, offer viewed, offer completed.");
        robot.interact(() -> combo(robot, "#outcomes-hit-word").setValue("offer viewed"));
        // What is mended is no longer said.
        assertThat(begun.work().problems().get()).isEmpty();
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("4");
        press(robot, "#outcomesNext");
        until(() -> robot.lookup("#outcomesNext").tryQuery().isEmpty());

        Path second =
                Files.writeString(
                        folder.resolve("more.csv"),
                        "person,event,amount\nc,offer received,n/a\nc,offer viewed,n/a\n");
        press(robot, "#reviewImport");
        robot.interact(() -> begun.choose(second));
        until(() -> !begun.kept().names().isEmpty());
        until(() -> !robot.lookup("#outcomesNext").queryButton().isDisabled());
        robot.interact(() -> begun.kept().choose(Optional.of(new OutcomeName("offers"))));
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.COLUMNS);
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
        assertThat(begun.form().table().get().types())
                .containsEntry("amount", AttributeType.DECIMAL);
        assertThat(begun.form().role(OutcomeRole.HIT).word().get()).isEqualTo("offer viewed");
        assertThat(begun.columns().build().getLast().missing()).containsExactly("n/a");
    }

    @Test
    void changeOfLanguageKeepsWhatWasEntered(FxRobot robot) throws Exception {
        Path file = folder.resolve("small.csv");
        Files.writeString(file, "id,visit,grp\n1,1,A\n2,0,B\n");
        map(robot, file);
        robot.interact(
                () -> {
                    robot.lookup("#outcomesTitle").queryTextInputControl().setText("Spring");
                    begun.form().randomised().set(true);
                    begun.form().role(OutcomeRole.ARM).column().set(Optional.of("grp"));
                    combo(robot, "#outcomesControl").getEditor().setText("A");
                });
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            robot.interact(() -> bench.show(stage, screen, Theme.DARK, language));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup("#outcomesTitle").queryTextInputControl().getText())
                    .isEqualTo("Spring");
            assertThat(combo(robot, "#outcomesControl").getEditor().getText()).isEqualTo("A");
            assertThat(begun.step().get()).isEqualTo(IntakeStep.MAPPING);
        }
        assertThat(words(robot, "#outcomesTreated")).isEqualTo("Treated: B");
        press(robot, "#outcomesBack");
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
        assertThat(begun.form().title().get()).isEqualTo("Spring");
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("2");
    }

    @Test
    void eventsOfASourceAreReadInPlace(FxRobot robot) throws Exception {
        CompletableFuture.runAsync(
                        () ->
                                new SampleWorkspace(bench.workspace())
                                        .load(ImportListener.none(), new CancelSignal()))
                .get();
        press(robot, "#reviewImport");
        until(() -> !begun.sources().isEmpty());
        robot.interact(
                () -> {
                    begun.inPlace().set(true);
                    begun.stream().set(Optional.of("purchases"));
                });
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
        assertThat(begun.form().table().get().wordsOf(Optional.of("department")))
                .hasSizeGreaterThan(3)
                .contains("GROCERY");
        robot.interact(
                () ->
                        begun.form()
                                .role(OutcomeRole.REVENUE)
                                .column()
                                .set(Optional.of("sales_value")));
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.RESULT);
        assertThat(robot.lookup("#outcomesLinked").tryQuery()).isPresent();
        List<String> names =
                bench.workspace().outcomes().sets().list().stream()
                        .map(OutcomeSet::name)
                        .map(OutcomeName::value)
                        .toList();
        assertThat(names).contains("complete-journey-purchases");
    }

    @Test
    void outcomesOfASourceAreMappedWhereTheyWereFound(FxRobot robot) throws Exception {
        CompletableFuture.runAsync(
                        () ->
                                new SampleWorkspace(bench.workspace())
                                        .load(ImportListener.none(), new CancelSignal()))
                .get();
        SourceName sample = bench.workspace().sources().list().getFirst().name();
        robot.interact(
                () ->
                        screen.way(new Destination.OutcomesIn(sample, "purchases"))
                                .orElseThrow()
                                .then()
                                .accept(bench.desk()));
        until(() -> begun.source().get().isPresent());
        assertThat(begun.inPlace().get()).isTrue();
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
        assertThat(begun.stream().get()).contains("purchases");
        assertThat(begun.form().table().get().types()).containsKey("sales_value");
    }

    private void map(FxRobot robot, Path file) throws Exception {
        press(robot, "#reviewImport");
        robot.interact(() -> begun.choose(file));
        until(() -> !robot.lookup("#outcomesNext").queryButton().isDisabled());
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.COLUMNS);
        press(robot, "#outcomesNext");
        until(() -> begun.step().get() == IntakeStep.MAPPING);
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void until(Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Until.holds(fact);
    }
}
