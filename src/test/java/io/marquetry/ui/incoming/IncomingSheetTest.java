package io.marquetry.ui.incoming;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.Packages;
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
import io.marquetry.ui.packages.versions.VersionsSheet;
import io.marquetry.workspace.SmallWorkspace;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Package documents are shown, chosen about, taken and taken back. */
@ExtendWith(ApplicationExtension.class)
class IncomingSheetTest {

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;
    private Path document;

    /** The document says “One”; the package was renamed since. */
    @Start
    void open(Stage shown) {
        stage = shown;
        document = folder.resolve("one.json");
        asked(
                () -> {
                    SmallWorkspace.open(folder).close();
                    return folder;
                });
        bench = new Workbench(folder.resolve("workspace"));
        Packages packages = bench.workspace().packages();
        asked(
                () -> {
                    packages.create(
                            ONE,
                            LocalizedText.of("One", "一"),
                            CUSTOMERS,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse("user_level_gold"))));
                    packages.export(ONE, document, new CancelSignal());
                    packages.rename(ONE, LocalizedText.of("Mine", "我的"));
                    return ONE;
                });
        bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH);
    }

    private PackagesScreen screen() {
        return new PackagesScreen(
                new PackagesModel(
                        bench.workspace().packages(),
                        bench.workspace().lives(),
                        bench.workspace().sources(),
                        Standings.of(bench.workspace()),
                        bench.background()),
                bench.workspace().sources(),
                new PackageExport(bench.workspace().packages()),
                bench.workspace().incoming(),
                VersionsSheet.of(bench.workspace()),
                new CheckRulesSheet(bench.workspace().checks()));
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void whatDiffersIsChosenTakenAndTakenBack(FxRobot robot) throws Exception {
        look(robot, document);
        Button accept = robot.lookup("#incomingAccept").queryButton();
        assertThat(accept.getText()).isEqualTo("One choice left");
        assertThat(accept.isDisabled()).isTrue();
        robot.interact(() -> Pictures.write(stage.getScene(), "incoming-open"));

        robot.interact(robot.lookup("#incomingTake").queryButton()::fire);
        assertThat(accept.getText()).isEqualTo("Import");
        robot.type(KeyCode.ENTER);
        Until.holds(() -> name().equals("One"));
        assertThat(bench.said().getLast()).startsWith("One package, no tag");

        robot.interact(bench::takeStep);
        Until.holds(() -> name().equals("Mine"));
    }

    @Test
    void documentIsPastedAndTaken(FxRobot robot) throws Exception {
        String text = Files.readString(document);
        robot.interact(() -> sheet().open(bench.desk(), text));
        Until.holds(() -> robot.lookup("#incomingTake").tryQuery().isPresent());
        Until.holds(() -> robot.lookup("#incomingTake").queryButton().isVisible());
        robot.interact(robot.lookup("#incomingTake").queryButton()::fire);
        robot.interact(robot.lookup("#incomingAccept").queryButton()::fire);
        Until.holds(() -> name().equals("One"));

        robot.interact(
                () -> {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
                    robot.lookup("#packageTable").query().requestFocus();
                });
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        Until.holds(() -> bench.went().isPresent());
        assertThat(bench.went()).contains(new Destination.PastedDocument(text));
    }

    @Test
    void fileThatIsNoDocumentIsRefusedInTheSheet(FxRobot robot) throws Exception {
        Path wrong = folder.resolve("customers.csv");
        robot.interact(() -> sheet().open(bench.desk(), List.of(wrong)));
        Until.holds(() -> robot.lookup("#incomingProblem").queryLabeled().isVisible());
        assertThat(robot.lookup("#incomingProblem").queryLabeled().getText())
                .contains(wrong.toString());
        robot.interact(() -> Pictures.write(stage.getScene(), "incoming-refused"));
        robot.type(KeyCode.ESCAPE);
        Until.holds(() -> robot.lookup("#incoming").tryQuery().isEmpty());
    }

    @Test
    void whatAsksForAFieldThatIsNotHereCanStayOut(FxRobot robot) throws Exception {
        Path other = folder.resolve("other.json");
        String text =
                Files.readString(document).replace("\"field\":\"level\"", "\"field\":\"tier\"");
        TreeMap<String, Json> members =
                new TreeMap<>(((Json.Members) StrictJson.read(text)).byName());
        members.put("sha256", Json.text(PackageDocumentJson.hash(new Json.Members(members))));
        Files.writeString(other, CanonicalJson.write(new Json.Members(members)));

        robot.interact(() -> bench.show(stage, screen(), Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        look(robot, other);
        CheckBox out = (CheckBox) robot.lookup("#incomingLeaveOut").query();
        assertThat(out.isVisible()).isTrue();
        robot.interact(() -> Pictures.write(stage.getScene(), "incoming-lacking-zh"));
        robot.interact(() -> bench.desk().sheets().close());

        robot.interact(() -> bench.show(stage, screen(), Theme.LIGHT, Locale.ENGLISH));
        look(robot, other);
        CheckBox leave = (CheckBox) robot.lookup("#incomingLeaveOut").query();
        robot.interact(leave::fire);
        Until.holds(() -> notes(robot).contains("left out"));
        assertThat(notes(robot))
                .contains("One tag is left out: user_level_gold.")
                .contains("One package is left out: pack_one.")
                .contains("tier, which your source has not");
        // Nothing is left that could be taken, or opened.
        Button accept = robot.lookup("#incomingAccept").queryButton();
        assertThat(accept.isDisabled()).isTrue();
        assertThat(accept.getText()).isEqualTo("Import");
        assertThat(robot.lookup("#incomingAbout").queryLabeled().getText())
                .startsWith("No package.");
        robot.interact(() -> Pictures.write(stage.getScene(), "incoming-left-out"));
        robot.interact(leave::fire);
        Until.holds(() -> !notes(robot).contains("left out"));
    }

    private static String notes(FxRobot robot) {
        return robot.lookup("#incomingNotes").queryLabeled().getText();
    }

    @Test
    void theSheetIsDrawn(FxRobot robot) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> bench.show(stage, screen(), theme, language));
                look(robot, document);
                robot.interact(
                        () ->
                                Pictures.write(
                                        stage.getScene(),
                                        "incoming-"
                                                + language.getLanguage()
                                                + "-"
                                                + theme.name().toLowerCase(Locale.ROOT)));
                robot.interact(() -> bench.desk().sheets().close());
            }
        }
    }

    private IncomingSheet sheet() {
        return new IncomingSheet(
                bench.workspace().incoming(), bench.workspace().sources(), () -> {});
    }

    @SuppressWarnings("unchecked")
    private void look(FxRobot robot, Path file) throws Exception {
        robot.interact(() -> sheet().open(bench.desk(), List.of(file)));
        Until.holds(
                () ->
                        !((ListTable<IncomingItem>) robot.lookup("#incomingTable").query())
                                .getItems()
                                .isEmpty());
    }

    private String name() {
        return asked(
                () -> bench.workspace().packages().get(ONE).current().name().in(Locale.ENGLISH));
    }

    private static <T> T asked(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
