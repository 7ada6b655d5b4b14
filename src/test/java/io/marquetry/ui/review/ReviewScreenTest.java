package io.marquetry.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Verdict;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.paint.ChartMenu;
import io.marquetry.ui.review.paint.ChartView;
import io.marquetry.workspace.Workspace;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The review over real outcomes, as people see it. */
@ExtendWith(ApplicationExtension.class)
class ReviewScreenTest {

    private static final Economics FORTY =
            new Economics(new BigDecimal("0.4"), new BigDecimal("0.01"));

    private static final SourceName SAMPLE = new SourceName("complete-journey");

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
                        () ->
                                new IntakeModel(
                                        bench.workspace().outcomes(),
                                        bench.workspace().sources(),
                                        bench.workspace().packages(),
                                        bench.background(),
                                        Platform::runLater));
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void hillstromShowsThePublishedFigures(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        robot.interact(() -> model.settle(Thresholds.USUAL, Targets.NONE, FORTY, Correction.HOLM));
        answered();

        assertThat(words(robot, "#card-targeted")).isEqualTo("42,694");
        assertThat(words(robot, "#card-targeted-below")).contains("21,306");
        assertThat(words(robot, "#card-hit")).isEqualTo("16.70 %");
        assertThat(words(robot, "#card-hit-below")).contains("16.35 – 17.06 %");
        assertThat(words(robot, "#card-conversion")).isEqualTo("1.07 %");
        assertThat(robot.lookup("#card-reach").tryQuery()).isEmpty();
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
        look(robot, KnownOutcomes::hillstrom, "mail-test");
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
        // 40 of those held out bought: too few for an interval of money.
        assertThat(gap(robot, "Womens E-Mail · newbie = 1").verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(seen(robot)).contains("inconclusive");
    }

    @Test
    void tagsOfPeopleElsewhereDivideImportedOutcomes(FxRobot robot) throws Exception {
        look(
                robot,
                workspace -> {
                    KnownOutcomes.hillstromPeople(workspace);
                    KnownOutcomes.hillstrom(workspace);
                },
                "mail-test");
        Dimension tag =
                new Dimension.Carries(
                        new TagKey("user_newbie_yes"), Optional.of(new SourceName("customers")));
        ComboBox<Dimension> segments = robot.lookup("#reviewSegment").<ComboBox<Dimension>>query();
        assertThat(segments.getItems()).contains(tag);
        robot.interact(
                () -> {
                    model.measure().set(Measure.REVENUE);
                    segments.setValue(tag);
                });
        answered();

        Difference.Measured old = gap(robot, "Womens E-Mail · user_newbie_yes = without the tag");
        assertThat(old.value()).isEqualTo(0.113957, near(5e-7));
        assertThat(old.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void sampleShowsRedemptionsAndClaimsNoUplift(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::sample, "coupon-mailings");
        robot.interact(() -> model.measure().set(Measure.CONVERSION));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(words(robot, "#card-targeted")).isEqualTo("6,589");
        assertThat(figure(robot, "Coupon mailing, autumn").value())
                .isEqualTo(214.0 / 1133, near(1e-9));
        assertThat(figure(robot, "Coupon mailing, summer").value())
                .isEqualTo(196.0 / 1077, near(1e-9));
        Estimate.Known none = figure(robot, "24");
        assertThat(none.value()).isZero();
        assertThat(none.interval().high()).isEqualTo(0.2425, near(5e-5));
        assertThat(words(robot, "#reviewNoControl")).startsWith("No control group");
        assertThat(seen(robot)).contains("18.89 %", "0.00 %");
        assertThat(seen(robot).toLowerCase(Locale.ROOT)).doesNotContain("uplift");
    }

    @Test
    void bankSaysThatThereIsNoControlGroup(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::bank, "calls");

        assertThat(words(robot, "#reviewNoControl")).startsWith("No control group");
        assertThat(words(robot, "#card-conversion")).isEqualTo("11.52 %");
        assertThat(seen(robot).toLowerCase(Locale.ROOT)).doesNotContain("uplift");
        assertThat(seen(robot)).contains("Not enough evidence");
    }

    @Test
    void armsAreSaidAfterTheImportAndTheUpliftAppears(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        tellMeaning(robot);
        robot.clickOn("#reviewRandomised").clickOn("#reviewOutcomesApply");
        until(() -> robot.lookup("#reviewTitle").tryQuery().isEmpty() && !model.busy().get());
        assertThat(robot.lookup("#reviewNoControl").queryAs(Label.class).isVisible()).isTrue();

        tellMeaning(robot);
        robot.clickOn("#reviewRandomised").clickOn("#reviewOutcomesApply");
        assertThat(robot.lookup("#reviewOutcomesProblem").queryAs(Label.class).getText())
                .startsWith("Choose the arm");
        robot.interact(
                () -> robot.lookup("#reviewControl").<String>queryComboBox().setValue("No E-Mail"));
        robot.clickOn("#reviewOutcomesApply");
        until(() -> robot.lookup("#reviewTitle").tryQuery().isEmpty() && !model.busy().get());
        assertThat(robot.lookup("#reviewNoControl").queryAs(Label.class).isVisible()).isFalse();
    }

    @Test
    void targetIsSaidAndTheCardTellsWhetherItIsReached(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        robot.clickOn("#reviewMoney");
        until(() -> robot.lookup("#reviewTargetHit").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#reviewTargetHit").queryTextInputControl().setText("20"));
        robot.clickOn("#reviewApply");
        assertThat(robot.lookup("#reviewSettingsProblem").queryAs(Label.class).getText())
                .contains("20");
        robot.interact(
                () -> robot.lookup("#reviewTargetHit").queryTextInputControl().setText("20%"));
        robot.clickOn("#reviewApply");
        until(
                () ->
                        robot.lookup("#card-hit-below")
                                .queryAs(Label.class)
                                .getText()
                                .contains("target"));
        assertThat(robot.lookup("#card-hit-below").queryAs(Label.class).getText())
                .contains("missed");
    }

    @Test
    void forgottenOutcomesAreAskedForFirst(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        tellMeaning(robot);
        robot.clickOn("#reviewForget").clickOn("#confirmNo");
        assertThat(model.sets()).hasSize(1);
        tellMeaning(robot);
        robot.clickOn("#reviewForget").clickOn("#confirmYes");
        until(() -> model.sets().isEmpty());
        assertThat(robot.lookup("#reviewImportFirst").queryButton().isVisible()).isTrue();
    }

    private void tellMeaning(FxRobot robot) throws Exception {
        robot.clickOn("#reviewMeaning");
        until(() -> robot.lookup("#reviewTitle").tryQuery().isPresent());
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
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        ChartView view = robot.lookup("#chartEffectView").queryAs(ChartView.class);
        robot.interact(view::requestFocus);
        robot.type(KeyCode.END, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(robot, "#reviewGroupHeading")).isNotBlank();
        assertThat(robot.lookup("#reviewGroupArms").queryTableView().getItems()).hasSize(3);
        assertThat(robot.lookup("#reviewGroupGaps").queryTableView().getItems()).isNotEmpty();
    }

    @Test
    void tagsThatJumpedOrDiedAreListedAndOpened(FxRobot robot) throws Exception {
        CompletableFuture.runAsync(() -> KnownOutcomes.sample(bench.workspace())).get();
        robot.interact(() -> model.load());
        answered();
        assertThat(words(robot, "#reviewTagsState")).contains("never counted");

        robot.interact(() -> robot.lookup("#reviewTagsCount").queryButton().fire());
        until(() -> bench.background().isQuiet() && !model.tags().busy().get());
        assertThat(words(robot, "#reviewTagsState")).startsWith("32 tags counted once");

        TagKey owner = new TagKey("user_home_owner");
        TagKey nobody = new TagKey("user_size_none");
        CompletableFuture.runAsync(() -> changeTags(bench.workspace(), owner, nobody)).get();
        robot.interact(() -> robot.lookup("#reviewTagsCount").queryButton().fire());
        until(() -> bench.background().isQuiet() && !model.tags().busy().get());
        assertThat(words(robot, "#reviewTagsState")).startsWith("2 of 33 tags jumped or died");
        TableView<?> table = robot.lookup("#reviewTagsTable").queryTableView();
        robot.interact(
                () -> {
                    robot.lookup("#reviewContent").queryAs(ScrollPane.class).setVvalue(1);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), "review-tags"));
        assertThat(table.getItems())
                .extracting(one -> ((WatchedTag) one).tag())
                .containsExactly(nobody, owner);
        assertThat(seen(robot)).contains("jumped to", "died", "Profiles that carry user_size_none");
        assertThat(bench.workspace().tagWatch().watched(SAMPLE))
                .filteredOn(WatchedTag::isUnusual)
                .hasSize(2);

        robot.interact(table::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(bench.went()).contains(new Destination.OfTag(owner));
        assertThat(seen(robot)).contains("Profiles that carry user_home_owner");
        ChartView sizes = robot.lookup("#chartTagSizesView").queryAs(ChartView.class);
        robot.interact(sizes::requestFocus);
        robot.type(KeyCode.END, KeyCode.ENTER);
        assertThat(bench.went()).contains(new Destination.OfTag(owner));
    }

    /** As if the day before few owned their home, and a tag marked somebody that marks nobody. */
    private static void changeTags(Workspace workspace, TagKey owner, TagKey nobody) {
        Tag tag = workspace.tags().catalog().find(owner).orElseThrow();
        workspace
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        nobody,
                                        tag.category(),
                                        tag.name(),
                                        tag.topic(),
                                        tag.description(),
                                        Optional.of(
                                                new TagRule.Compare(
                                                        "household_size",
                                                        Comparison.EQUAL,
                                                        new Value.Text("none"))),
                                        Optional.empty())),
                        List.of());
        LocalDate counted = workspace.tagWatch().sizes().of(SAMPLE).get(owner).getLast().takenOn();
        workspace
                .tagWatch()
                .sizes()
                .record(SAMPLE, counted.minusDays(1), Map.of(owner, 20L, nobody, 500L));
    }

    @Test
    void choicesOutliveTheLanguage(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::hillstrom, "mail-test");
        robot.interact(
                () ->
                        model.settle(
                                Thresholds.USUAL,
                                Targets.NONE,
                                FORTY,
                                Correction.BENJAMINI_HOCHBERG));
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
        look(robot, KnownOutcomes::hillstrom, "mail-test");
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
        look(robot, KnownOutcomes::bank, "calls");
        ChartView view = robot.lookup("#chartEffectView").queryAs(ChartView.class);
        ChartMenu menu =
                new ChartMenu(view, () -> List.of("n = 4,119", "95 % intervals"), bench.desk());
        for (String form : List.of("png", "svg", "csv")) {
            Path file = folder.resolve("chart." + form);
            robot.interact(() -> menu.save(file));
            until(() -> Files.exists(file) && bench.background().isQuiet());
        }
        assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readString(folder.resolve("chart.svg")))
                .contains("<svg", "cellular", view.chart().title(), "n = 4,119", "95 % intervals");
        assertThat(Files.readString(folder.resolve("chart.csv"))).contains("cellular");
    }

    @Test
    void reportIsWrittenInEveryForm(FxRobot robot) throws Exception {
        look(robot, KnownOutcomes::bank, "calls");
        ReviewReport reports = new ReviewReport(bench.desk());
        for (ReportForm form : ReportForm.values()) {
            Path file = folder.resolve("report." + form);
            robot.interact(() -> reports.write(model.answer().get().orElseThrow(), form, file));
            until(() -> bench.background().isQuiet());
            assertThat(Files.size(file)).isGreaterThan(1_000);
        }
        assertThat(bench.said()).last().asString().startsWith("The report is in");
    }

    private void look(FxRobot robot, Consumer<Workspace> outcomes, String name) throws Exception {
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
        Until.holds(fact);
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
