package io.marquetry.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Economics;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Verdict;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.Theme;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.workspace.OpenWorkspace;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The review over real outcomes, as people see it. */
@ExtendWith(ApplicationExtension.class)
class ReviewScreenTest {

    private static final Economics FORTY =
            new Economics(new BigDecimal("0.4"), new BigDecimal("0.01"));

    @TempDir private Path folder;

    private Workbench bench;
    private ReviewModel model;
    private ReviewScreen screen;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        model = new ReviewModel(bench.workspace(), bench.background());
        screen =
                new ReviewScreen(
                        model,
                        bench.workspace().reports(),
                        () ->
                                new IntakeModel(
                                        bench.workspace(), bench.background(), Platform::runLater));
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void hillstromShowsThePublishedFigures(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::hillstrom, "mail-test");
        robot.interact(() -> model.settle(Thresholds.USUAL, FORTY, Correction.HOLM));
        answered();

        assertThat(words(robot, "#card-targeted")).isEqualTo("42,694");
        assertThat(words(robot, "#card-targeted-below")).contains("21,306");
        assertThat(words(robot, "#card-hit")).isEqualTo("16.70 %");
        assertThat(words(robot, "#card-hit-below")).contains("16.35 – 17.06 %");
        assertThat(words(robot, "#card-conversion")).isEqualTo("1.07 %");
        assertThat(words(robot, "#card-reach")).isEqualTo("–");
        assertThat(words(robot, "#card-reach-below")).isEqualTo("not recorded");
        assertThat(words(robot, "#card-revenue")).startsWith("+0.59");
        assertThat(words(robot, "#card-revenue-below")).contains("p < 0.001");
        assertThat(words(robot, "#card-roi")).isEqualTo("22.9×");
        assertThat(seen(robot)).contains("+7.66 pp", "+4.52 pp");
        assertThat(gap(robot, "Mens E-Mail").value()).isEqualTo(0.0765896, near(5e-8));
        assertThat(gap(robot, "Womens E-Mail").value()).isEqualTo(0.0452331, near(5e-8));
        robot.interact(() -> model.measure().set(Measure.PROFIT));
        assertThat(gap(robot, "Mens E-Mail").value()).isEqualTo(0.297931, near(5e-7));
        assertThat(gap(robot, "Womens E-Mail").value()).isEqualTo(0.159765, near(5e-7));
        TableView<?> advice = robot.lookup("#reviewAdvice").queryTableView();
        assertThat(advice.getItems()).hasSize(2);
        assertThat(seen(robot)).contains("Promote to the library");
    }

    @Test
    void womensMailToOldCustomersIsInconclusive(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::hillstrom, "mail-test");
        robot.interact(
                () -> {
                    model.measure().set(Measure.REVENUE);
                    model.look(
                            model.choices()
                                    .get()
                                    .withSegment(Optional.of(new Dimension.Attribute("newbie"))));
                });
        answered();

        Difference.Measured old = gap(robot, "Womens E-Mail · newbie = 0");
        assertThat(old.value()).isEqualTo(0.113957, near(5e-7));
        assertThat(old.interval().low()).isEqualTo(-0.275491, near(5e-7));
        assertThat(old.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gap(robot, "Womens E-Mail · newbie = 1").verdict()).isEqualTo(Verdict.HIGHER);
        assertThat(seen(robot)).contains("inconclusive");
    }

    @Test
    void sampleShowsRedemptionsAndClaimsNoUplift(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::sample, "coupon-mailings");
        robot.interact(() -> model.measure().set(Measure.CONVERSION));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(words(robot, "#card-targeted")).isEqualTo("6,589");
        assertThat(figure(robot, "pack_mailer_autumn").value()).isEqualTo(214.0 / 1133, near(1e-9));
        assertThat(figure(robot, "pack_mailer_summer").value()).isEqualTo(196.0 / 1077, near(1e-9));
        Estimate.Known none = figure(robot, "24");
        assertThat(none.value()).isZero();
        assertThat(none.interval().high()).isEqualTo(0.2425, near(5e-5));
        assertThat(words(robot, "#reviewNoControl")).startsWith("No control group");
        assertThat(seen(robot)).contains("18.89 %", "0.00 %");
        assertThat(seen(robot).toLowerCase(Locale.ROOT)).doesNotContain("uplift");
    }

    @Test
    void bankSaysThatThereIsNoControlGroup(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::bank, "calls");

        assertThat(words(robot, "#reviewNoControl")).startsWith("No control group");
        assertThat(words(robot, "#card-conversion")).isEqualTo("11.52 %");
        assertThat(seen(robot).toLowerCase(Locale.ROOT)).doesNotContain("uplift");
        assertThat(seen(robot)).contains("Not enough evidence");
    }

    @Test
    void emptyReviewOffersTheImport(FxRobot robot) throws Exception {
        until(() -> model.loaded().get());
        assertThat(robot.lookup("#reviewImportFirst").queryButton().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#reviewImportFirst").queryAs(Button.class).fire());
        assertThat(robot.lookup("#outcomesNext").tryQuery()).isPresent();
    }

    @Test
    void arrowKeysTellTheFiguresAndEnterOpensThem(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::hillstrom, "mail-test");
        ChartView view = robot.lookup("#chartEffectView").queryAs(ChartView.class);
        robot.interact(view::requestFocus);
        // First what stands above and for everybody, then the first segment.
        for (int i = 0; i < 12 && robot.lookup("#reviewGroupHeading").tryQuery().isEmpty(); i++) {
            robot.type(KeyCode.RIGHT);
            robot.type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(words(robot, "#reviewGroupHeading")).isNotBlank();
        assertThat(robot.lookup("#reviewGroupArms").queryTableView().getItems()).hasSize(3);
        assertThat(robot.lookup("#reviewGroupGaps").queryTableView().getItems()).isNotEmpty();
    }

    @Test
    void choicesOutliveTheLanguage(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::hillstrom, "mail-test");
        robot.interact(() -> model.settle(Thresholds.USUAL, FORTY, Correction.BENJAMINI_HOCHBERG));
        answered();
        robot.interact(() -> bench.show(stage, screen, Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        answered();
        assertThat(words(robot, "#card-hit")).isEqualTo("16.70 %");
        assertThat(words(robot, "#reviewBasis")).contains("Benjamini");
        assertThat(seen(robot)).contains("效果回顾", "推荐入库").doesNotContain("Funnel");
        ReviewModel again = new ReviewModel(bench.workspace(), bench.background());
        robot.interact(again::load);
        until(() -> again.answer().get().isPresent());
        assertThat(again.choices().get().economics()).isEqualTo(FORTY);
    }

    @Test
    void staleAnswersAreDropped(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::hillstrom, "mail-test");
        robot.interact(
                () -> {
                    for (String by : List.of("zip_code", "mens", "newbie")) {
                        model.look(
                                model.choices()
                                        .get()
                                        .withSegment(Optional.of(new Dimension.Attribute(by))));
                    }
                });
        answered();
        assertThat(model.answer().get().orElseThrow().segment())
                .contains(new Dimension.Attribute("newbie"));
    }

    @Test
    void chartsAreSavedAsPictureDrawingAndNumbers(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::bank, "calls");
        ChartView view = robot.lookup("#chartEffectView").queryAs(ChartView.class);
        ChartMenu menu = new ChartMenu(view, bench.desk());
        for (String form : List.of("png", "svg", "csv")) {
            Path file = folder.resolve("chart." + form);
            robot.interact(() -> menu.save(file));
            until(() -> Files.exists(file) && bench.background().isQuiet());
        }
        assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readString(folder.resolve("chart.svg"))).contains("<svg", "cellular");
        assertThat(Files.readString(folder.resolve("chart.csv"))).contains("cellular");
    }

    @Test
    void reportIsWrittenInEveryForm(FxRobot robot) throws Exception {
        look(robot, RealOutcomes::bank, "calls");
        ReviewReport reports = new ReviewReport(bench.workspace().reports(), bench.desk());
        for (ReportForm form : ReportForm.values()) {
            Path file = folder.resolve("report." + form);
            robot.interact(() -> reports.write(model.answer().get().orElseThrow(), form, file));
            until(() -> bench.background().isQuiet());
            assertThat(Files.size(file)).isGreaterThan(1_000);
        }
        assertThat(bench.said()).last().asString().startsWith("The report is in");
    }

    private void look(FxRobot robot, Consumer<OpenWorkspace> outcomes, String name)
            throws Exception {
        CompletableFuture.runAsync(() -> outcomes.accept(bench.workspace())).get();
        robot.interact(() -> model.loadAndChoose(new OutcomeName(name)));
        answered();
    }

    private void answered() throws Exception {
        until(
                () ->
                        bench.background().isQuiet()
                                && model.answer().get().isPresent()
                                && !model.busy().get());
    }

    private static void until(Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Difference.Measured gap(FxRobot robot, String name) {
        Chart.Forest forest =
                (Chart.Forest) robot.lookup("#chartEffectView").queryAs(ChartView.class).chart();
        return (Difference.Measured)
                forest.gaps().stream()
                        .filter(gap -> gap.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .difference();
    }

    private static Estimate.Known figure(FxRobot robot, String name) {
        Chart.Compared packages =
                (Chart.Compared)
                        robot.lookup("#chartPackagesView").queryAs(ChartView.class).chart();
        return (Estimate.Known)
                packages.figures().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private static Offset<Double> near(double distance) {
        return Offset.offset(distance);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText().replace('\u00a0', ' ');
    }

    /** Returns every word on the screen, those in charts among them. */
    private static String seen(FxRobot robot) {
        return robot.lookup(node -> true).queryAll().stream()
                .filter(Node::isVisible)
                .map(
                        node ->
                                switch (node) {
                                    case Labeled labeled -> String.valueOf(labeled.getText());
                                    case Text text -> text.getText();
                                    default -> "";
                                })
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"))
                .replace('\u00a0', ' ');
    }
}
