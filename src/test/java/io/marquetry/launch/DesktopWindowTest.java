package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The window around the screens, on a real workspace. */
class DesktopWindowTest {

    @TempDir Path temp;

    private final Wiring wiring =
            new Wiring(InstantSource.fixed(Instant.parse("2026-11-23T10:42:00Z")));
    private final FxRobot robot = new FxRobot();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private SettingsFile file;
    private DesktopWindow window;

    @BeforeEach
    void stage() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        file = new SettingsFile(temp.resolve("config"));
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            WaitForAsyncUtils.asyncFx(window::close).get();
            assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        }
        FxToolkit.cleanupStages();
    }

    private void prepare() {
        try (Workspace workspace = wiring.open(temp.resolve("Spring campaigns"))) {
            workspace.sources().add(source("retail", 64_000));
            Drafts.put(
                    workspace.packages(),
                    draft("pack_upgrade_spring", "Gold upgrade, spring", "春季金卡升级"));
            Drafts.put(workspace.packages(), draft("pack_wakeup_summer", "Summer wake-up", "夏季唤醒"));
        }
    }

    private static ProfileSource source(String name, long profiles) {
        return new ProfileSource(
                new SourceName(name),
                name + ".csv",
                new SourcePlace.Sealed(SourceEngine.H2, "sources/" + name, "0".repeat(64)),
                "0".repeat(64),
                Instant.parse("2026-11-23T10:42:00Z"),
                Optional.empty(),
                profiles,
                new ProfileModel("P", "ID", "KEY", List.of(), List.of()));
    }

    private static PackageDraft draft(String key, String english, String chinese) {
        return PackageDraft.of(
                AssetPackage.empty(
                        new PackageKey(key),
                        LocalizedText.of(english, chinese),
                        new SourceName("retail")));
    }

    private void open(WorkspaceOpener opener, WindowSettings settings) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            window =
                                    new DesktopWindow(
                                            stage,
                                            temp.resolve("Spring campaigns"),
                                            opener,
                                            settings,
                                            file,
                                            closed::countDown);
                            window.open();
                        })
                .get();
    }

    private void openReady() throws Exception {
        prepare();
        open(wiring, seen());
        waitFor("#rail");
    }

    private static WindowSettings seen() {
        return new WindowSettings("en", Theme.LIGHT, null, "packages", true, null, null, null);
    }

    private Node waitFor(String query) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).query();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> Pictures.write(stage.getScene(), name)).get();
    }

    @Test
    void sheetStaysOpenWithWhatWasTypedWhenTheLanguageChanges() throws Exception {
        openReady();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        waitFor("#newPackageName");
        robot.clickOn("#newPackageName").write("Autumn");
        robot.interact(
                () ->
                        window.shell()
                                .orElseThrow()
                                .look(
                                        PackagesScreen.SCREEN,
                                        Theme.DARK,
                                        Locale.SIMPLIFIED_CHINESE));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#newPackageName").queryTextInputControl().getText())
                .isEqualTo("Autumn");
        assertThat(robot.lookup("#newPackageName").query().isFocused()).isTrue();
        assertThat(robot.lookup("#newPackageCreate").queryButton().getText()).isEqualTo("创建并开始组合");
        assertThat(robot.lookup("#rail").query().isDisabled()).isTrue();
        picture("sheet-after-language");
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#newPackageName").tryQuery()).isEmpty();
        assertThat(robot.lookup("#rail").query().isDisabled()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        waitFor("#newPackageName");
    }

    @Test
    void languageAndThemeChangeWithoutARestart() throws Exception {
        openReady();
        picture("packages-light-en");
        robot.clickOn("#languageSwitch");
        assertThat(robot.lookup("#packageNew").queryLabeled().getText()).isEqualTo("新建资产包…");
        picture("packages-light-zh");
        robot.clickOn("#themeSwitch");
        picture("packages-dark-zh");
        robot.clickOn("#languageSwitch");
        assertThat(robot.lookup("#packageNew").queryLabeled().getText()).isEqualTo("New package…");
        picture("packages-dark-en");
    }

    @Test
    void settingsOutliveTheWindow() throws Exception {
        openReady();
        robot.clickOn("#languageSwitch").clickOn("#themeSwitch");
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        WindowSettings left = file.load();
        assertThat(left.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE.toLanguageTag());
        assertThat(left.theme()).isEqualTo(Theme.DARK);
        assertThat(left.screen()).isEqualTo("packages");
        assertThat(left.place()).isNotNull();
    }

    @Test
    void outlineStandsWhereTheInsideWillAndWordsComeWhereItTakesLong() throws Exception {
        prepare();
        CountDownLatch wanted = new CountDownLatch(1);
        CountDownLatch given = new CountDownLatch(1);
        open(
                folder -> {
                    wanted.countDown();
                    await(given);
                    return wiring.open(folder);
                },
                seen());
        Bounds place = WaitForAsyncUtils.asyncFx(this::outlinedPlace).get();
        await(wanted);
        picture("opening-outline");
        Node words = waitFor("#openingWaiting");
        Until.holds(() -> place.contains(words.localToScene(words.getBoundsInLocal())));
        picture("opening-words");
        given.countDown();
        Node content = waitFor("#content");
        Until.holds(() -> content.localToScene(content.getBoundsInLocal()).equals(place));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bounds outlinedPlace() {
        assertThat(robot.lookup(".label").queryAll()).isEmpty();
        stage.getScene().getRoot().layout();
        return stage.getScene().getRoot().getChildrenUnmodifiable().getFirst().getBoundsInParent();
    }

    @Test
    void workspaceThatDoesNotOpenSaysWhyAndOffersChoices() throws Exception {
        prepare();
        int[] tries = {0};
        open(
                folder -> {
                    if (tries[0]++ == 0) {
                        throw Problem.of("problem.package.taken", "x").asException();
                    }
                    return wiring.open(folder);
                },
                seen());
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> robot.lookup("#openingRetry").tryQuery().isPresent());
        Until.holds(() -> robot.lookup("#openingRetry").query().isVisible());
        assertThat(((Label) waitFor("#openingProblem")).getText()).contains("already");
        picture("opening-problem-en");
        robot.clickOn("#openingRetry");
        waitFor("#rail");
    }

    @Test
    void bugIsShownWithACode() throws Exception {
        openReady();
        WaitForAsyncUtils.asyncFx(
                        () ->
                                window.shell()
                                        .orElseThrow()
                                        .desk()
                                        .background()
                                        .act(
                                                () -> {
                                                    throw new IllegalStateException("Ann Smith");
                                                },
                                                () -> {},
                                                problem -> {}))
                .get();
        assertThat(((Label) waitFor("#bugCode")).getText()).contains("MQ-");
        assertThat(robot.lookup("#bugDetails").queryTextInputControl().getText())
                .contains("IllegalStateException")
                .doesNotContain("Ann Smith");
        picture("bug-en");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#bugCode").tryQuery()).isEmpty();
    }

    @Test
    void newPackageProposesItsKeyAndRefusesATakenOne() throws Exception {
        openReady();
        robot.clickOn("#packageNew");
        waitFor("#newPackageName");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#newPackageName").write("Gold upgrade");
        assertThat(robot.lookup("#newPackageKey").queryTextInputControl().getText())
                .isEqualTo("pack_gold_upgrade");
        picture("new-package-en");
        robot.doubleClickOn("#newPackageKey").write("pack_upgrade_spring");
        assertThat(robot.lookup("#newPackageProblem").queryLabeled().getText())
                .contains("pack_upgrade_spring");
        assertThat(robot.lookup("#newPackageCreate").queryButton().isDisabled()).isTrue();
        picture("new-package-taken-en");
    }

    @Test
    void aboutNamesLicenceAndData() throws Exception {
        openReady();
        robot.clickOn("#menu-help").clickOn("#menu-about");
        waitFor("#aboutClose");
        picture("about-en");
        robot.clickOn("#aboutClose");
        assertThat(robot.lookup("#aboutClose").tryQuery()).isEmpty();
    }

    @Test
    void aReceivedFileIsOpenedAndThrowsNothingAway() throws Exception {
        openReady();
        Path document = Files.writeString(temp.resolve("spring.json"), SampleDocument.text());
        Path table = Files.writeString(temp.resolve("people.csv"), "id,age\na,1\n");
        assertThat(window.receive(Optional.of(document))).isTrue();
        waitFor("#incoming");
        window.receive(Optional.of(table));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#incoming").tryQuery()).isPresent();
        picture("received-en");
        robot.clickOn("#incomingCancel");
        window.receive(Optional.of(table));
        waitFor("#importPath");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#importPath").queryLabeled().getText())
                .isEqualTo(table.toString());
    }

    @Test
    void aReceivedFileIsNotHiddenByTheTour() throws Exception {
        prepare();
        open(
                wiring,
                new WindowSettings("en", Theme.LIGHT, null, "packages", false, null, null, null));
        waitFor("#tour");
        Path table = Files.writeString(temp.resolve("people.csv"), "id,age\na,1\n");
        window.receive(Optional.of(table));
        waitFor("#importPath");
        assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
    }

    @Test
    void theStoreRefusesTheThreadThatDraws() throws Exception {
        try (Workspace workspace = wiring.open(temp.resolve("other"))) {
            Throwable[] thrown = {null};
            WaitForAsyncUtils.asyncFx(
                            () -> {
                                try {
                                    workspace.packages().list();
                                } catch (IllegalStateException e) {
                                    thrown[0] = e;
                                }
                            })
                    .get();
            assertThat(thrown[0]).hasMessageContaining("belongs on a thread of Background");
        }
    }
}
