package io.marquetry.ui.packages;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.pack.Packages;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.packages.life.CheckRulesSheet;
import io.marquetry.ui.packages.versions.VersionsSheet;
import io.marquetry.workspace.SmallWorkspace;

import javafx.scene.control.ButtonBase;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The list of packages over a real workspace: exported, put away, brought back. */
@ExtendWith(ApplicationExtension.class)
class PackagesScreenTest {

    private static final PackageKey EMPTY = new PackageKey("pack_empty");

    @TempDir private Path folder;

    private Workbench bench;
    private PackagesModel model;

    @Start
    void show(Stage stage) {
        asked(
                () -> {
                    SmallWorkspace.open(folder).close();
                    return folder;
                });
        bench = new Workbench(folder.resolve("workspace"));
        Packages packages = bench.workspace().packages();
        asked(
                () -> {
                    LocalizedText name = LocalizedText.of("One", "一");
                    packages.create(
                            ONE,
                            name,
                            CUSTOMERS,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse("user_level_gold"))));
                    packages.create(EMPTY, LocalizedText.of("Empty", "空"), CUSTOMERS, List.of());
                    return name;
                });
        model =
                new PackagesModel(
                        packages,
                        bench.workspace().lives(),
                        bench.workspace().sources(),
                        Standings.of(bench.workspace()),
                        bench.background());
        PackagesScreen screen =
                new PackagesScreen(
                        model,
                        bench.workspace().sources(),
                        new PackageExport(packages),
                        bench.workspace().incoming(),
                        VersionsSheet.of(bench.workspace()),
                        new CheckRulesSheet(bench.workspace().checks()));
        bench.show(stage, screen, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void exportedFileIsValidAndTheListKnowsItsVersion(FxRobot robot) throws Exception {
        Path file = folder.resolve("one.json");
        bench.chooses(file);
        choose(robot, ONE);
        press(robot, "#packageExport");
        Until.holds(() -> row(ONE).versions() == 1);
        assertThat(new PackageValidation().validate(file).isValid()).isTrue();
        assertThat(bench.said()).containsExactly("Version 1 is written to one.json.");
    }

    @Test
    void packageThatIsNotReadyIsRefusedBeforeAFileIsAskedFor(FxRobot robot) throws Exception {
        Path file = folder.resolve("empty.json");
        bench.chooses(file);
        choose(robot, EMPTY);
        press(robot, "#packageExport");
        Until.holds(() -> !bench.said().isEmpty());
        assertThat(bench.said().getFirst()).contains("nobody to address");
        assertThat(file).doesNotExist();
    }

    @Test
    void exportThatCannotBeWrittenSaysWhyAndFinishesNothing(FxRobot robot) throws Exception {
        Path file = folder.resolve("none").resolve("one.json");
        bench.chooses(file);
        choose(robot, ONE);
        press(robot, "#packageExport");
        Until.holds(() -> !bench.said().isEmpty());
        assertThat(bench.said().getFirst()).contains(file.toString());
        assertThat(Files.exists(file)).isFalse();
        assertThat(asked(() -> bench.workspace().packages().versionCount(ONE))).isZero();
    }

    @Test
    void deletedPackageIsBroughtBackByTheNotice(FxRobot robot) throws Exception {
        choose(robot, EMPTY);
        press(robot, "#packageDelete");
        Until.holds(() -> model.all().size() == 1 && !bench.said().isEmpty());
        assertThat(bench.said().getFirst().strip()).isEqualTo("One package is deleted.");
        robot.interact(bench::takeStep);
        Until.holds(() -> model.all().size() == 2);
    }

    @Test
    void finishedPackageIsArchivedAndRestored(FxRobot robot) throws Exception {
        bench.chooses(folder.resolve("one.json"));
        choose(robot, ONE);
        press(robot, "#packageExport");
        Until.holds(() -> row(ONE).versions() == 1);
        press(robot, "#packageDelete");
        Until.holds(() -> model.find(ONE).isEmpty());
        robot.interact(() -> model.archived().set(true));
        Until.holds(() -> model.find(ONE).isPresent() && model.all().size() == 1);
        choose(robot, ONE);
        assertThat(robot.lookup("#packageDelete").query().isDisabled()).isTrue();
        press(robot, "#packageRestore");
        Until.holds(() -> model.all().isEmpty());
        robot.interact(() -> model.archived().set(false));
        Until.holds(() -> model.all().size() == 2);
    }

    private Summary row(PackageKey key) {
        return model.find(key).orElseThrow();
    }

    private void choose(FxRobot robot, PackageKey key) throws Exception {
        Until.holds(() -> model.find(key).isPresent());
        robot.interact(() -> table(robot).choose(row(key)));
    }

    @SuppressWarnings("unchecked")
    private static ListTable<Summary> table(FxRobot robot) {
        return (ListTable<Summary>) robot.lookup("#packageTable").query();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(robot.lookup(id).queryAs(ButtonBase.class)::fire);
    }

    private static <T> T asked(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
