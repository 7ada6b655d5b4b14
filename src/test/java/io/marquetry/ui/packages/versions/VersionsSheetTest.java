package io.marquetry.ui.packages.versions;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.handoff.EnclosedFile;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.enclose.Wanted;
import io.marquetry.launch.Wiring;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.Packages;
import io.marquetry.requirement.Goals;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.packages.PackageExport;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.packages.Standings;
import io.marquetry.ui.packages.life.CheckRulesSheet;
import io.marquetry.workspace.SmallWorkspace;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Versions are looked at, compared, restored and exported again. */
@ExtendWith(ApplicationExtension.class)
class VersionsSheetTest {

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;

    /** Gold customers first, then those of Beijing as well; the draft has another name. */
    @Start
    void open(Stage shown) {
        stage = shown;
        asked(
                () -> {
                    SmallWorkspace.open(folder).close();
                    return folder;
                });
        // What is handed over has to be of the day of the version, whatever day it is.
        Wiring wiring = new Wiring(InstantSource.fixed(SmallWorkspace.NOW));
        bench = new Workbench(folder.resolve("workspace"), wiring);
        Packages packages = bench.workspace().packages();
        asked(
                () -> {
                    packages.create(
                            ONE,
                            LocalizedText.of("One", "一"),
                            CUSTOMERS,
                            audience("user_level_gold"));
                    packages.export(ONE, folder.resolve("first.json"), new CancelSignal());
                    edit(packages, audience("user_level_gold or user_city_beijing"));
                    packages.export(ONE, folder.resolve("second.json"), new CancelSignal());
                    packages.rename(ONE, LocalizedText.of("Mine", "我的"));
                    return ONE;
                });
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void newestVersionIsComparedWithTheOneBefore(FxRobot robot) throws Exception {
        look(robot);
        assertThat(differences(robot))
                .contains("Audience: + any of (user_level_gold, user_city_beijing)")
                .contains("Together\n+1\n0\n3");
        assertThat(robot.lookup("#versionPeople .people.stay").queryAll()).hasSize(2);
        draw(robot, "versions-light-en");
    }

    @Test
    void newestVersionIsComparedWithTheLastOneThatWentOut(FxRobot robot) throws Exception {
        asked(
                () -> {
                    Packages packages = bench.workspace().packages();
                    Lives lives = bench.workspace().lives();
                    Step submitted = lives.submit(ONE, new CancelSignal());
                    String hash = packages.version(ONE, submitted.version()).sha256();
                    lives.approve(ONE, submitted.version(), hash, true);
                    lives.goLive(ONE);
                    edit(packages, audience("user_level_gold"));
                    packages.export(ONE, folder.resolve("fourth.json"), new CancelSignal());
                    packages.rename(ONE, LocalizedText.of("Five", "五"));
                    packages.export(ONE, folder.resolve("fifth.json"), new CancelSignal());
                    return ONE;
                });
        look(robot);
        assertThat(other(robot).getValue()).hasValue(3);
        assertThat(other(robot).getConverter().toString(OptionalInt.of(3)))
                .isEqualTo("Version 3, which went out");
        assertThat(differences(robot)).contains("“Mine” became “Five”", "user_city_beijing");
    }

    @Test
    void versionIsComparedWithTheDraft(FxRobot robot) throws Exception {
        look(robot);
        robot.interact(() -> other(robot).setValue(OptionalInt.empty()));
        Until.holds(() -> differences(robot).contains("“One” became “Mine”"));
        assertThat(differences(robot)).doesNotContain("user_city_beijing");
    }

    @Test
    void earlierVersionIsExportedAgainAsItWas(FxRobot robot) throws Exception {
        Path again = folder.resolve("again.json");
        bench.chooses(again);
        look(robot);
        chooseFirstVersion(robot);
        press(robot, "#versionExport");
        Until.holds(() -> !bench.said().isEmpty());
        assertThat(Files.readString(again))
                .isEqualTo(Files.readString(folder.resolve("first.json")));
        assertThat(new PackageValidation().validate(again).isValid()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void recipientsAreHandedOverOnlyWhereTheyAreChosen(FxRobot robot) throws Exception {
        Path file = folder.resolve("handed.json");
        bench.chooses(file);
        look(robot);
        press(robot, "#versionHandOver");
        Until.holds(() -> robot.lookup("#handOver").tryQuery().isPresent());
        assertThat(robot.lookup("#handOverWrite").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#handOverPersonal").query().isVisible()).isFalse();
        ComboBox<Optional<Wanted.Form>> form =
                (ComboBox<Optional<Wanted.Form>>) robot.lookup("#handOverForm").query();
        robot.interact(() -> form.setValue(Optional.of(Wanted.Form.PARQUET)));
        assertThat(robot.lookup("#handOverPersonal").query().isVisible()).isTrue();
        draw(robot, "hand-over-light-en");
        press(robot, "#handOverWrite");
        Until.holds(() -> !bench.said().isEmpty());
        assertThat(bench.said().getLast()).contains("handed.recipients.parquet", "3 people");
        assertThat(new PackageValidation().validate(file).recipients())
                .isEqualTo(EnclosedFile.GENUINE);
        Until.holds(() -> robot.lookup("#packageVersions").tryQuery().isPresent());

        // What lies there is not replaced in silence.
        bench.chooses(file);
        press(robot, "#versionHandOver");
        Until.holds(() -> robot.lookup("#handOver").tryQuery().isPresent());
        ComboBox<Optional<Wanted.Form>> again =
                (ComboBox<Optional<Wanted.Form>>) robot.lookup("#handOverForm").query();
        robot.interact(() -> again.setValue(Optional.of(Wanted.Form.PARQUET)));
        press(robot, "#handOverWrite");
        Until.holds(() -> robot.lookup("#handOverProblem").query().isVisible());
        assertThat(robot.lookup("#handOverProblem").queryLabeled().getText())
                .contains("There is a file");
        robot.type(KeyCode.ESCAPE);
        Until.holds(() -> robot.lookup("#packageVersions").tryQuery().isPresent());
    }

    @Test
    @SuppressWarnings("unchecked")
    void handingOverSpeaksChineseInTheDark(FxRobot robot) throws Exception {
        robot.interact(() -> bench.show(stage, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        look(robot);
        press(robot, "#versionHandOver");
        Until.holds(() -> robot.lookup("#handOver").tryQuery().isPresent());
        ComboBox<Optional<Wanted.Form>> form =
                (ComboBox<Optional<Wanted.Form>>) robot.lookup("#handOverForm").query();
        robot.interact(() -> form.setValue(Optional.of(Wanted.Form.CSV)));
        draw(robot, "hand-over-dark-zh");
    }

    @Test
    void goalIsSaidAndStays(FxRobot robot) throws Exception {
        look(robot);
        robot.interact(
                () ->
                        robot.lookup("#packageGoal")
                                .queryTextInputControl()
                                .setText("Win back who lapsed"));
        press(robot, "#packageAim");
        Goals goals = new Goals(bench.workspace().settings(), bench.workspace().requirements());
        Until.stored(() -> goals.of(ONE).equals(Optional.of("Win back who lapsed")));
        draw(robot, "versions-goal");
    }

    @Test
    void restoredVersionIsTheDraft(FxRobot robot) throws Exception {
        look(robot);
        chooseFirstVersion(robot);
        press(robot, "#versionRestore");
        Until.holds(() -> bench.went().equals(Optional.of(new Destination.OfPackage(ONE))));
        assertThat(asked(() -> bench.workspace().packages().get(ONE).current()))
                .satisfies(
                        pack -> {
                            assertThat(ExpressionText.write(pack.audience()))
                                    .isEqualTo("user_level_gold");
                            assertThat(pack.name().in(Locale.ENGLISH)).isEqualTo("One");
                        });
        assertThat(robot.lookup("#packageVersions").tryQuery()).isEmpty();
    }

    @Test
    void theSheetSpeaksChineseInTheDark(FxRobot robot) throws Exception {
        robot.interact(() -> bench.show(stage, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        look(robot);
        assertThat(differences(robot)).contains("user_city_beijing").contains("合计");
        draw(robot, "versions-dark-zh");
    }

    private PackagesScreen screen() {
        Packages packages = bench.workspace().packages();
        return new PackagesScreen(
                new PackagesModel(
                        packages,
                        bench.workspace().lives(),
                        bench.workspace().sources(),
                        Standings.of(bench.workspace()),
                        bench.background()),
                bench.workspace().sources(),
                new PackageExport(packages),
                bench.workspace().incoming(),
                sheet(),
                new CheckRulesSheet(bench.workspace().checks()));
    }

    private VersionsSheet sheet() {
        return VersionsSheet.of(bench.workspace());
    }

    private void look(FxRobot robot) throws Exception {
        robot.interact(() -> sheet().open(bench.desk(), ONE, () -> {}));
        Until.holds(() -> !differences(robot).isEmpty());
    }

    private void chooseFirstVersion(FxRobot robot) throws Exception {
        ListTable<?> table = (ListTable<?>) robot.lookup("#versionTable").query();
        robot.interact(() -> table.getSelectionModel().clearAndSelect(1));
        Labeled restore = robot.lookup("#versionRestore").queryLabeled();
        Until.holds(() -> restore.getText().contains("version 1"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<OptionalInt> other(FxRobot robot) {
        return (ComboBox<OptionalInt>) robot.lookup("#versionOther").query();
    }

    private static String differences(FxRobot robot) {
        return robot.lookup("#versionDifferences .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }

    private static List<PackageEdit> audience(String text) {
        return List.of(new PackageEdit.ReplaceAudience(ExpressionText.parse(text)));
    }

    private static void edit(Packages packages, List<PackageEdit> edits) {
        var seen = packages.kept(ONE).orElseThrow();
        var draft = seen.value();
        for (PackageEdit edit : edits) {
            draft = draft.apply(edit);
        }
        packages.save(draft, seen.revision());
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(robot.lookup(id).queryAs(ButtonBase.class)::fire);
    }

    private static <T> T asked(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
