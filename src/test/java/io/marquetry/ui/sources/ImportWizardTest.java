package io.marquetry.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.file.DataFiles;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
class ImportWizardTest {

    private static final FieldName CITY = new FieldName.OfProfiles("city");

    @TempDir private Path folder;

    private Workbench bench;
    private SourcesModel model;
    private Stage stage;

    @Start
    void show(Stage primary) {
        stage = primary;
        bench = new Workbench(folder.resolve("workspace"));
        model = SourcesBench.model(bench);
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void noBugs() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void hillstromComesInWhole(FxRobot robot) throws Exception {
        choose(robot, HillstromTrial.writeTo(folder));
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.COLUMNS);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.NAME);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.RESULT);
        assertThat(words(robot, "#importRowsIn")).isEqualTo("64,000");
        assertThat(words(robot, "#importAccepted")).isEqualTo("64,000");
        assertThat(words(robot, "#importRejected")).isEqualTo("0");
        press(robot, "#importNext");
        Until.holds(() -> bench.went().isPresent());
        assertThat(bench.went())
                .contains(new Destination.NewPackage(Optional.of(new SourceName("hillstrom"))));
        assertThat(bench.workspace().sources().list()).hasSize(1);
    }

    @Test
    void keyThatRepeatsIsToldBeforeTheImport(FxRobot robot) throws Exception {
        Path file = folder.resolve("shop.csv");
        Files.writeString(
                file,
                """
                id,city,job
                1,Paris,unknown
                2,Paris,clerk
                3,Rome,unknown
                4,,unknown
                5,Paris,maid
                """);
        choose(robot, file);
        press(robot, "#importNext");
        ImportModel begun = model.importing().orElseThrow();
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        robot.interact(
                () -> begun.columns().key().set(Optional.of(begun.columns().columns().getFirst())));
        Until.holds(() -> begun.columns().repeats().get().isPresent());
        assertThat(robot.lookup("#importKeyRepeats").query().isVisible()).isFalse();
        robot.interact(
                () -> begun.columns().key().set(Optional.of(begun.columns().columns().get(1))));
        Until.holds(() -> begun.columns().repeats().get().isPresent());
        assertThat(words(robot, "#importKeyRepeats"))
                .isEqualTo(
                        "“city” does not name each person: 2 of 5 rows repeat a value and would be"
                                + " rejected (“Paris” 3 times). Choose another column, or the row"
                                + " number. 1 row has no value in “city” and would be rejected.");
        robot.interact(() -> Pictures.write(stage.getScene(), "import-key-repeats"));
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.NAME);
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("2");
    }

    @Test
    void sourceIsRenamedAndItsColumnsTellWhatTheyHold(FxRobot robot) throws Exception {
        Path file = folder.resolve("shop.csv");
        Files.writeString(file, "id,city\n1,Paris\n2,Paris\n3,Rome\n4,\n");
        choose(robot, file);
        ImportModel begun = model.importing().orElseThrow();
        for (ImportStep step : List.of(ImportStep.COLUMNS, ImportStep.NAME, ImportStep.RESULT)) {
            press(robot, "#importNext");
            Until.holds(() -> begun.step().get() == step);
        }
        press(robot, "#importCancel");
        Until.holds(() -> robot.lookup("#sourceDetailName").tryQuery().isPresent());
        robot.interact(
                () -> {
                    TextField title = robot.lookup("#sourceDetailName").query();
                    title.setText("Shop");
                    title.fireEvent(new ActionEvent());
                });
        Until.holds(() -> model.sources().getFirst().title().equals("Shop"));
        assertThat(bench.workspace().sources().list().getFirst().title()).isEqualTo("Shop");
        WaitForAsyncUtils.waitForFxEvents();
        Node city =
                robot.lookup("#sourceModel").lookup(".model-line").queryAll().stream()
                        .filter(line -> line.getAccessibleText().contains("City"))
                        .findFirst()
                        .orElseThrow();
        robot.clickOn(city);
        Until.holds(() -> !told(robot).isEmpty() && !told(robot).equals("Looking…"));
        assertThat(told(robot)).isEqualTo("75.00\u00a0% filled · 2 different values");
        robot.interact(() -> Pictures.write(stage.getScene(), "source-columns"));
        TextField english =
                robot
                        .lookup(".label-fields")
                        .lookup(".text-field")
                        .queryAllAs(TextField.class)
                        .stream()
                        .filter(field -> "City".equals(field.getPromptText()))
                        .findFirst()
                        .orElseThrow();
        robot.clickOn(english).write("Town").press(KeyCode.ENTER).release(KeyCode.ENTER);
        Until.holds(() -> !model.sources().getFirst().labels().byName().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.workspace().sources().names().of(CITY, Locale.ENGLISH)).contains("Town");
        assertThat(robot.lookup("#sourceModel").lookup(".model-line").<Node>queryAll())
                .anyMatch(line -> line.getAccessibleText().contains("Town"));
    }

    @Test
    void columnIsCalledByALabelFromTheWizardOn(FxRobot robot) throws Exception {
        Path file = folder.resolve("crm.csv");
        Files.writeString(file, "id,custom_city\n1,Paris\n2,Paris\n3,Rome\n");
        choose(robot, file);
        ImportModel begun = model.importing().orElseThrow();
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        WaitForAsyncUtils.waitForFxEvents();
        TextField label =
                robot
                        .lookup("#importColumns")
                        .lookup(".text-field")
                        .queryAllAs(TextField.class)
                        .stream()
                        .filter(field -> "City".equals(field.getPromptText()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> Pictures.write(stage.getScene(), "import-labels"));
        robot.clickOn(label).write("Home town");
        for (ImportStep step : List.of(ImportStep.NAME, ImportStep.RESULT)) {
            press(robot, "#importNext");
            Until.holds(() -> begun.step().get() == step);
        }
        ProfileSource made = bench.workspace().sources().list().getFirst();
        assertThat(made.labels().of(new FieldName.OfProfiles("custom_city")))
                .contains(LocalizedText.of(Locale.ENGLISH, "Home town"));
    }

    @Test
    void newerFileTakesThePlaceOfTheOneBeforeOnceItsChangesWereSeen(FxRobot robot)
            throws Exception {
        Path file = folder.resolve("old.csv");
        Files.writeString(file, "id,city,age\n1,Paris,3\n2,Paris,4\n3,Rome,5\n");
        choose(robot, file);
        ImportModel begun = model.importing().orElseThrow();
        for (ImportStep step : List.of(ImportStep.COLUMNS, ImportStep.NAME, ImportStep.RESULT)) {
            press(robot, "#importNext");
            Until.holds(() -> begun.step().get() == step);
        }
        press(robot, "#importCancel");
        Until.holds(() -> robot.lookup("#sourceRenew").tryQuery().isPresent());
        Path newer = folder.resolve("new.csv");
        Files.writeString(
                newer, "id,age,plan,city\n1,4,p,Oslo\n2,old,q,Paris\n4,6,r,Rome\n5,7,s,Bonn\n");
        press(robot, "#sourceRenew");
        RenewModel renewing = model.renewing().orElseThrow();
        robot.interact(() -> renewing.choose(newer));
        Until.holds(() -> !robot.lookup("#importNext").queryButton().isDisabled());
        press(robot, "#importNext");
        Until.holds(() -> renewing.step().get() == RenewModel.Step.CHANGES);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), "renew-changes"));
        List<String> told =
                robot.lookup(".renew-changes").lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList();
        assertThat(told)
                .contains("3 customers now; the newer file has 4 rows.", "New columns: plan.")
                .anyMatch(line -> line.startsWith("“age”: 1 row does not fit its type"));
        assertThat(bench.workspace().sources().list().getFirst().profiles()).isEqualTo(3);
        press(robot, "#importNext");
        Until.holds(() -> renewing.step().get() == RenewModel.Step.RESULT);
        assertThat(bench.workspace().sources().list()).hasSize(1);
        assertThat(bench.workspace().sources().list().getFirst().profiles()).isEqualTo(3);
        assertThat(bench.workspace().sources().list().getFirst().model().attribute("plan"))
                .isPresent();
    }

    private static String told(FxRobot robot) {
        return robot.lookup(".column-values").lookup(".muted").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Test
    void parquetComesInWithItsTypesAndItsKey(FxRobot robot) throws Exception {
        choose(robot, DataFiles.parquet(folder.resolve("people.parquet"), 3_000));
        ImportModel begun = model.importing().orElseThrow();
        assertThat(words(robot, "#importTyped")).startsWith("Parquet: the file brings its own");
        assertThat(begun.file().ready().get().orElseThrow().sample().rows()).hasSize(200);
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        assertThat(words(robot, "#importColumnsWords"))
                .isEqualTo(
                        "3,000 rows, 7 columns. Left out, because no rule can ask them: list"
                                + " (BIGINT[]).");
        robot.interact(
                () -> begun.columns().key().set(Optional.of(begun.columns().columns().getFirst())));
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.NAME);
        assertThat(begun.name().engine().get()).isEqualTo(SourceEngine.DUCKDB);
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("3,000");
        ProfileSource made = bench.workspace().sources().list().getFirst();
        assertThat(made.model().attribute("born").orElseThrow().type())
                .isEqualTo(AttributeType.DATE);
    }

    @Test
    void tableOfADatabaseIsChosen(FxRobot robot) throws Exception {
        choose(robot, DataFiles.duckDb(folder.resolve("shop.duckdb")));
        ImportModel begun = model.importing().orElseThrow();
        ComboBox<String> table = robot.lookup("#importTable").queryComboBox();
        assertThat(table.getItems()).containsExactly("orders", "people");
        robot.interact(() -> table.setValue("people"));
        Until.holds(
                () -> begun.file().ready().get().orElseThrow().sample().names().contains("age"));
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.NAME);
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.RESULT);
        assertThat(words(robot, "#importAccepted")).isEqualTo("99");
    }

    @Test
    void rejectedRowsAreListedWithTheirLines(FxRobot robot) throws Exception {
        Path file = folder.resolve("ragged.csv");
        Files.writeString(file, "id,city\n1,Beijing\n2,Xi'an,x,y\n3,Shanghai,x\n4,Xi'an\n");
        choose(robot, file);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.COLUMNS);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.NAME);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.RESULT);
        assertThat(words(robot, "#importRowsIn")).isEqualTo("4");
        assertThat(words(robot, "#importRejected")).isEqualTo("2");
        TableView<?> rows = robot.lookup("#importRejectedRows").queryTableView();
        Until.holds(() -> rows.getItems().size() == 1);
        assertThat(words(robot, "#importMending"))
                .contains("Say what stands between values, and what stands around those");
        Path saved = folder.resolve("rejected.csv");
        bench.chooses(saved);
        press(robot, "#importSaveRejected");
        Until.holds(() -> Files.exists(saved) && Files.readString(saved).contains("Shanghai,x"));
    }

    @Test
    void dirtyFileIsToldThenMendedThenImportedAndTakenBack(FxRobot robot) throws Exception {
        String text =
                """
                Kundenliste;;\r
                Stand Mai;;\r
                nr;ort;umsatz\r
                K1;Köln;1.234,50\r
                K2;Münster;n/a\r
                K3;"Wien;7,00\r
                K4;Graz;12,25\r
                Summe;;1.253,75\r
                """;
        Path file = folder.resolve("kunden.csv");
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));

        choose(robot, file);
        ImportModel begun = model.importing().orElseThrow();
        assertThat(words(robot, "#importNotes"))
                .contains("windows-1252")
                .contains("Köln")
                .contains("names in line 3");

        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.COLUMNS);
        ColumnForm money = begun.columns().columns().get(2);
        assertThat(money.kind().get().type()).isEqualTo(AttributeType.TEXT);
        assertThat(money.found().get().why()).isPresent();
        assertThat(money.wordsForMissing()).containsExactly("n/a");

        robot.interact(() -> money.takeMissing(money.wordsForMissing()));
        robot.interact(begun::readAgain);
        Until.holds(() -> !begun.work().busy().get());
        assertThat(money.kind().get().type()).isEqualTo(AttributeType.DECIMAL);
        robot.interact(
                () -> begun.columns().key().set(Optional.of(begun.columns().columns().getFirst())));

        through(robot, begun);
        assertThat(words(robot, "#importRowsIn")).isEqualTo("5");
        assertThat(words(robot, "#importAccepted")).isEqualTo("3");
        ProfileSource made = bench.workspace().sources().list().getFirst();
        assertThat(made.model().attribute("umsatz").orElseThrow().type())
                .isEqualTo(AttributeType.DECIMAL);

        press(robot, "#importBack");
        Until.holds(() -> begun.step().get() == ImportStep.NAME);
        assertThat(bench.workspace().sources().list()).isEmpty();
        assertThat(filesIn(folder.resolve("workspace/sources"))).isZero();
        assertThat(money.missing().get()).isEqualTo("n/a");

        through(robot, begun);
        assertThat(words(robot, "#importAccepted")).isEqualTo("3");
        assertThat(bench.workspace().sources().list()).hasSize(1);
    }

    private static void through(FxRobot robot, ImportModel begun) throws TimeoutException {
        if (begun.step().get() == ImportStep.COLUMNS) {
            press(robot, "#importNext");
            Until.holds(() -> begun.step().get() == ImportStep.NAME);
        }
        press(robot, "#importNext");
        Until.holds(() -> begun.step().get() == ImportStep.RESULT);
    }

    @Test
    void stoppedImportLeavesNothing(FxRobot robot) throws Exception {
        Path file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("id,spend,city\n");
            for (int i = 0; i < 1_500_000; i++) {
                out.write(i + "," + i % 997 + ".25,Beijing\n");
            }
        }
        choose(robot, file);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.COLUMNS);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.NAME);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().work().progress().get().isPresent());
        press(robot, "#importStop");
        Until.holds(() -> !model.importing().orElseThrow().work().busy().get());
        assertThat(words(robot, "#importProblem")).startsWith("Stopped.");
        Until.holds(() -> filesIn(folder.resolve("workspace/sources")) == 0);
        assertThat(bench.workspace().sources().list()).isEmpty();
    }

    @Test
    void fileThatIsNoTextIsRefusedBesideItsName(FxRobot robot) throws Exception {
        Path file = folder.resolve("picture.csv");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, 0, 0});
        robot.interact(() -> model.beginImport());
        robot.interact(() -> model.importing().orElseThrow().choose(file));
        Until.holds(() -> model.importing().orElseThrow().file().problem().get().isPresent());
        assertThat(model.importing().orElseThrow().file().ready().get()).isEmpty();
    }

    @Test
    void wrongSourceNameIsToldBesideTheField(FxRobot robot) throws Exception {
        Path file = folder.resolve("small.csv");
        Files.writeString(file, "id,city\n1,Beijing\n2,Xi'an\n");
        choose(robot, file);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.COLUMNS);
        press(robot, "#importNext");
        Until.holds(() -> model.importing().orElseThrow().step().get() == ImportStep.NAME);
        robot.interact(
                () -> robot.lookup("#importName").queryTextInputControl().setText("My Shop"));
        assertThat(words(robot, "#importNameProblem")).contains("small");
        press(robot, "#importNext");
        assertThat(model.importing().orElseThrow().step().get()).isEqualTo(ImportStep.NAME);
    }

    private void choose(FxRobot robot, Path file) throws TimeoutException {
        press(robot, "#sourceImport");
        bench.chooses(file);
        press(robot, "#importChoose");
        Until.holds(() -> !robot.lookup("#importNext").queryButton().isDisabled());
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static long filesIn(Path sources) throws IOException {
        if (!Files.exists(sources)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private SourcesScreen screen() {
        return SourcesBench.screen(bench, model);
    }
}
