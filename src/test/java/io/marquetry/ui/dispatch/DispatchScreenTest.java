package io.marquetry.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.base.CancelSignal;
import io.marquetry.check.CheckLine;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.outcome.DispatchOutcomes;
import io.marquetry.dispatch.series.Trigger;
import io.marquetry.effect.Design;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.review.Question;
import io.marquetry.life.PackageState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.workspace.Workspace;

import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A whole dispatch of the sample in the window: planned, agreed to, killed, gone on, reviewed. */
@ExtendWith(ApplicationExtension.class)
class DispatchScreenTest {

    private static final PackageKey PACK = new PackageKey("pack_mailer_spring");

    @TempDir private Path folder;

    private Stage window;
    private Workbench bench;
    private DispatchModel model;

    @Start
    void show(Stage stage) {
        window = stage;
        asked(
                () -> {
                    try (Workspace workspace = Workbench.wiring(folder, "li").open(folder)) {
                        new SampleWorkspace(workspace)
                                .load(ImportListener.none(), new CancelSignal());
                        letPass(workspace);
                        workspace.lives().submit(PACK, new CancelSignal());
                    }
                    try (Workspace workspace = Workbench.wiring(folder, "chen").open(folder)) {
                        int version = workspace.lives().of(PACK).versions().getLast().version();
                        workspace
                                .lives()
                                .approve(
                                        PACK,
                                        version,
                                        workspace.packages().version(PACK, version).sha256(),
                                        false);
                    }
                    return folder;
                });
        open("li");
    }

    private void open(String login) {
        bench = new Workbench(folder, Workbench.wiring(folder, login));
        model =
                new DispatchModel(
                        bench.workspace().dispatches(),
                        bench.workspace().packages(),
                        bench.background(),
                        Platform::runLater);
        bench.show(window, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    private DispatchScreen screen() {
        return new DispatchScreen(
                model,
                new PlanSheet(
                        bench.workspace().packages(),
                        bench.workspace().sources(),
                        InstantSource.system()));
    }

    /** The coupons of the sample ended long ago; whoever only rehearses says so. */
    private static void letPass(Workspace workspace) {
        AssetPackage pack = workspace.packages().get(PACK).current();
        CancelSignal goOn = new CancelSignal();
        workspace.checks().of(pack, OptionalInt.empty(), goOn).stream()
                .filter(CheckLine::blocks)
                .forEach(
                        line ->
                                workspace
                                        .checks()
                                        .overrule(pack, line.kind(), line.about(), "a test", goOn));
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void wholeDispatchFromThePlanToItsUplift(FxRobot robot) throws Exception {
        plan(robot);
        picture(robot, "dispatch-plan-light");
        Counts counts = planned(robot);

        press(robot, "#dispatchApprove");
        Until.holds(() -> !bench.said().isEmpty());
        assertThat(bench.said().getLast()).contains("yourself");
        again(robot, "chen");
        press(robot, "#dispatchApprove");
        Until.holds(() -> state() == DispatchState.SCHEDULED);
        // Slow enough that somebody can press a button meanwhile.
        asked(() -> demoTakes(20));
        press(robot, "#dispatchStart");
        Until.holds(() -> sent() > 0 && visible(robot, "#dispatchPause"));
        press(robot, "#dispatchPause");
        Until.holds(() -> state() == DispatchState.PAUSED && !model.isRunning(id()));
        long paused = sent();
        assertThat(paused).isBetween(1L, counts.net() - 1);
        picture(robot, "dispatch-paused-light");
        bench.close();

        killWhileItSends();

        robot.interact(() -> open("chen"));
        Until.holds(() -> model.current().isPresent() && visible(robot, "#dispatchResume"));
        picture(robot, "dispatch-killed-light");
        asked(() -> demoTakes(Account.DEMO.perSecond()));
        press(robot, "#dispatchResume");
        Until.holds(() -> state() == DispatchState.DONE && !model.isRunning(id()));
        press(robot, "#dispatchReceipts");
        Until.holds(
                () -> model.current().map(status -> !status.receipts().isEmpty()).orElse(false));
        Status done = model.current().orElseThrow();
        assertThat(done.people().values().stream().mapToLong(n -> n).sum()).isEqualTo(counts.net());
        assertThat(done.in(RecipientState.UNKNOWN)).isZero();
        picture(robot, "dispatch-done-light");

        press(robot, "#dispatchReview");
        assertThat(bench.went()).contains(new Destination.OfOutcomes(DispatchOutcomes.name(id())));
        EffectAnswer answer = asked(this::answer);
        assertThat(answer.all().uplift()).isInstanceOf(Uplift.Measured.class);
        assertThat(answer.set().design())
                .isInstanceOfSatisfying(
                        Design.Randomised.class,
                        chance ->
                                assertThat(chance.plan().shares())
                                        .isEqualTo(Map.of("send", 0.8, "holdout", 0.2)));
        assertThat(asked(() -> bench.workspace().lives().of(PACK).state()))
                .isEqualTo(PackageState.EVALUATED);
        review(robot);
    }

    /** What chance was to do stands in the review, and the uplift with its interval. */
    private void review(FxRobot robot) throws Exception {
        ReviewModel review = new ReviewModel(bench.workspace(), bench.background());
        ReviewScreen screen =
                new ReviewScreen(
                        review,
                        () -> {
                            throw new IllegalStateException("nobody imports");
                        });
        robot.interact(
                () -> {
                    bench.show(window, screen, Theme.LIGHT, Locale.ENGLISH);
                    screen.way(new Destination.OfOutcomes(DispatchOutcomes.name(id())))
                            .orElseThrow()
                            .then()
                            .accept(bench.desk());
                });
        Until.holds(() -> text(robot, "#reviewBasis").contains("holdout"));
        assertThat(text(robot, "#reviewBasis")).contains("holdout 20").contains("send 80");
        picture(robot, "dispatch-review-light");
    }

    @Test
    void chineseAndDarkAndKeyboardOnly(FxRobot robot) throws Exception {
        plan(robot);
        robot.interact(() -> bench.show(window, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> visible(robot, "#planResult"));
        picture(robot, "dispatch-plan-zh-dark");
        robot.interact(() -> bench.show(window, screen(), Theme.LIGHT, Locale.ENGLISH));
        Until.holds(() -> visible(robot, "#planResult"));
        planned(robot);
        robot.interact(() -> bench.show(window, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> text(robot, "#dispatchHeading").contains("投放"));
        WaitForAsyncUtils.waitForFxEvents();
        picture(robot, "dispatch-run-zh-dark");
        press(robot, "#dispatchSuppressionOpen");
        Until.holds(() -> robot.lookup("#suppressionTable").tryQuery().isPresent());
        robot.interact(
                () -> {
                    robot.lookup("#suppressionAddress")
                            .queryAs(TextInputControl.class)
                            .setText("13800001111");
                    robot.lookup("#suppressionWhy").queryAs(TextInputControl.class).setText("退订");
                });
        press(robot, "#suppressionAdd");
        Until.holds(() -> !asked(() -> model.dispatches().reach().suppressions()).isEmpty());
        picture(robot, "dispatch-suppression-zh-dark");
        press(robot, "#suppressionClose");
        press(robot, "#dispatchAccountsOpen");
        Until.holds(() -> robot.lookup("#dispatchAccounts").tryQuery().isPresent());
        picture(robot, "dispatch-accounts-zh-dark");
        press(robot, "#accountsClose");
        press(robot, "#dispatchSeriesOpen");
        Until.holds(() -> robot.lookup("#seriesTable").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#seriesName").queryAs(TextInputControl.class).setText("gold"));
        press(robot, "#seriesAdd");
        Until.holds(() -> !asked(() -> model.dispatches().series().all()).isEmpty());
        robot.interact(
                () -> {
                    robot.lookup("#seriesEvery").queryComboBox().getSelectionModel().selectLast();
                    write(robot, "#seriesName", "remind");
                    write(robot, "#seriesEvent", "redemptions");
                    write(robot, "#seriesDelay", "60");
                    write(robot, "#seriesUnless", "purchases");
                });
        press(robot, "#seriesAdd");
        Until.holds(() -> asked(() -> model.dispatches().series().all()).size() == 2);
        Until.holds(
                () ->
                        robot.lookup("#seriesName")
                                .queryAs(TextInputControl.class)
                                .getText()
                                .isEmpty());
        assertThat(asked(() -> model.dispatches().series().all()).getLast().when())
                .isInstanceOfSatisfying(
                        Trigger.class,
                        when ->
                                assertThat(when.unless())
                                        .map(Conversion.Events::stream)
                                        .hasValue("purchases"));
        nothingIsCut(robot);
        picture(robot, "dispatch-series-zh-dark");
        press(robot, "#seriesClose");
        asked(() -> nothingIsKnownOf(3));
        robot.interact(() -> bench.show(window, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        Until.holds(() -> visible(robot, "#dispatchUnknownOpen"));
        Until.holds(() -> !robot.lookup("#dispatchUnknownOpen").query().isDisabled());
        sheet(robot, "#dispatchUnknownOpen", "#unknownPeople", "dispatch-unknown-zh-dark");
        assertThat(robot.lookup("#unknownSent").query().isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#unknownWhy").queryAs(TextInputControl.class).setText("有回执"));
        press(robot, "#unknownSent");
        Until.holds(() -> sent() == 1);
        press(robot, "#unknownClose");
        robot.interact(() -> bench.show(window, screen(), Theme.LIGHT, Locale.ENGLISH));
        Until.holds(() -> text(robot, "#dispatchHeading").contains("Dispatch"));
        Until.holds(() -> !robot.lookup("#dispatchUnknownOpen").query().isDisabled());
        sheet(robot, "#dispatchUnknownOpen", "#unknownPeople", "dispatch-unknown-light");
        press(robot, "#unknownClose");
        press(robot, "#dispatchSeriesOpen");
        Until.holds(() -> robot.lookup("#seriesTable").tryQuery().isPresent());
        robot.interact(
                () -> {
                    robot.lookup("#seriesEvery").queryComboBox().getSelectionModel().selectLast();
                    robot.lookup("#seriesName").queryAs(TextInputControl.class).setText("act");
                    robot.lookup("#seriesEvent").queryAs(TextInputControl.class).setText("clicks");
                });
        press(robot, "#seriesAdd");
        Until.holds(() -> visible(robot, "#seriesProblem"));
        assertThat(text(robot, "#seriesProblem")).contains("clicks");
        nothingIsCut(robot);
        picture(robot, "dispatch-series-light");
        press(robot, "#seriesClose");
        sheet(robot, "#dispatchSuppressionOpen", "#suppressionTable", "dispatch-suppression-light");
        press(robot, "#suppressionClose");
        sheet(robot, "#dispatchAccountsOpen", "#dispatchAccounts", "dispatch-accounts-light");
    }

    /** A provider without keys took some, or not: the program ended before it said so. */
    private int nothingIsKnownOf(int some) {
        try (DispatchFile file = new H2DispatchFiles(folder).open(new DispatchId(1))) {
            List<Integer> whom = new ArrayList<>();
            file.recipients(
                    person -> {
                        if (person.arm() == Arm.SEND && whom.size() < some) {
                            whom.add(person.ordinal());
                        }
                    });
            int[] ordinals = whom.stream().mapToInt(n -> n).toArray();
            long lease = file.takeLease();
            Instant now = Instant.now();
            file.commit(lease, List.of(), Optional.of(new Claim(1, lease, ordinals, now)));
            file.commit(
                    lease,
                    whom.stream()
                            .map(
                                    ordinal ->
                                            new Result(
                                                    ordinal,
                                                    1,
                                                    RecipientState.UNKNOWN,
                                                    Optional.empty(),
                                                    "ended",
                                                    now,
                                                    Optional.empty()))
                            .toList(),
                    Optional.empty());
        }
        return some;
    }

    /** What a series waits for is read whole, however long it is. */
    private static void nothingIsCut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(
                        robot.lookup("#seriesTable .table-cell").queryAll().stream()
                                .map(Labeled.class::cast)
                                .filter(cell -> cell.isVisible() && cell.getText() != null)
                                .filter(Labeled::isTextTruncated)
                                .map(Labeled::getText))
                .isEmpty();
    }

    private static void write(FxRobot robot, String field, String words) {
        robot.lookup(field).queryAs(TextInputControl.class).setText(words);
    }

    private void sheet(FxRobot robot, String open, String part, String name) throws Exception {
        press(robot, open);
        Until.holds(() -> robot.lookup(part).tryQuery().isPresent());
        picture(robot, name);
    }

    private void plan(FxRobot robot) throws Exception {
        Until.holds(() -> model.loaded().get());
        press(robot, "#dispatchPlanOpen");
        Until.holds(() -> robot.lookup("#planWork").tryQuery().isPresent());
        Until.holds(() -> !robot.lookup("#planWork").query().isDisabled());
        Until.holds(() -> comboValue(robot, "#planVersion") != null);
        robot.interact(
                () -> {
                    robot.lookup("#planHoldout").queryAs(TextInputControl.class).setText("20%");
                    robot.lookup("#planQuiet").queryAs(TextInputControl.class).setText("");
                    robot.lookup("#planLimits")
                            .queryAs(TextInputControl.class)
                            .setText("bounced=none; refused = 7%");
                    robot.lookup("#planPauseAfter")
                            .queryAs(TextInputControl.class)
                            .setText("900,000");
                });
        press(robot, "#planWork");
        Until.holds(() -> visible(robot, "#planResult") || visible(robot, "#planProblem"));
        assertThat(visible(robot, "#planProblem")).as(text(robot, "#planProblem")).isFalse();
    }

    private Counts planned(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#planWaterfall").queryAs(Pane.class).getChildren()).isNotEmpty();
        assertThat(text(robot, "#planPreview")).isNotBlank();
        press(robot, "#waterfall-holdout");
        Until.holds(() -> robot.lookup("#dispatchPeople").tryQuery().isPresent());
        picture(robot, "dispatch-people-light");
        press(robot, "#dispatchPeopleClose");
        Until.holds(() -> visible(robot, "#planResult"));
        assertThat(robot.lookup("#planHoldout").queryAs(TextInputControl.class).getText())
                .isEqualTo("20%");
        press(robot, "#planFreeze");
        Until.holds(() -> model.current().isPresent());
        Dispatch made = model.current().orElseThrow().dispatch();
        assertThat(made.terms().limits().most()).hasValue(900_000);
        assertThat(made.terms().limits().share(Limits.Kind.REFUSED)).hasValue(0.07);
        assertThat(made.terms().limits().share(Limits.Kind.BOUNCED)).isEmpty();
        assertThat(made.terms().limits().share(Limits.Kind.UNKNOWN)).hasValue(0.1);
        return made.counts();
    }

    private void again(FxRobot robot, String login) throws Exception {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
        robot.interact(() -> open(login));
        Until.holds(() -> model.current().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void killWhileItSends() throws IOException, InterruptedException {
        ChildJvm child = ChildJvm.start(RunningChild.class, folder.toString(), folder);
        assertThat(child.line()).isEqualTo("begun");
        child.killAfter(0);
    }

    private EffectAnswer answer() {
        return bench.workspace()
                .reviews()
                .of(
                        Question.of(
                                bench.workspace()
                                        .outcomes()
                                        .sets()
                                        .get(DispatchOutcomes.name(id()))),
                        new CancelSignal())
                .answer();
    }

    private long sent() {
        return model.current().map(status -> status.in(RecipientState.SENT)).orElse(0L);
    }

    private boolean demoTakes(int perSecond) {
        bench.workspace()
                .dispatches()
                .reach()
                .put(
                        new Account(
                                Account.DEMO.name(),
                                Account.DEMO.channel(),
                                Account.DEMO.provider(),
                                perSecond,
                                Account.DEMO.keyLife(),
                                Account.DEMO.looksUp(),
                                Account.DEMO.price()));
        return true;
    }

    private DispatchId id() {
        return model.current().orElseThrow().dispatch().id();
    }

    private @Nullable DispatchState state() {
        return model.current().map(Status::state).orElse(null);
    }

    private static Object comboValue(FxRobot robot, String id) {
        return robot.lookup(id).queryComboBox().getValue();
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(node -> node.isVisible()).orElse(false);
    }

    private static String text(FxRobot robot, String id) {
        return Optional.ofNullable(robot.lookup(id).queryAs(Labeled.class).getText()).orElse("");
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(window.getScene(), name));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T asked(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }
}
