package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;
import io.marquetry.ui.sources.SourcesScreen;
import io.marquetry.workspace.Workspace;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole way in the real window: a customer file, a tag, a package, a document. */
class FromFileToDocumentTest {

    private static final PackageKey PACK = new PackageKey("pack_new_customers");
    private static final String AUDIENCE = "32,144";

    @TempDir Path temp;

    private final FxRobot robot = new FxRobot();
    private CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private DesktopWindow window;

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            WaitForAsyncUtils.asyncFx(window::close).get();
        }
        FxToolkit.cleanupStages();
    }

    @Test
    void fileBecomesAnAudienceAndADocument() throws Exception {
        Path customers = HillstromTrial.writeTo(temp.resolve("files"));
        open(new WindowSettings("en", Theme.LIGHT, null, "sources", true, null, null, null));
        importByDrop(customers);
        makeTag();
        makePackage();

        robot.interact(() -> lookup("#paletteSearch").requestFocus());
        robot.write("newbie");
        robot.drag(chip("user_newbie_yes")).dropTo("#group");
        until(() -> current(AUDIENCE));
        robot.clickOn("#undo");
        until(() -> current("64,000"));
        robot.clickOn("#redo");
        until(() -> current(AUDIENCE));
        until(() -> text("#saved").startsWith("Saved"));

        closeWindow();
        PackageDraft stored = stored();
        assertThat(stored.cursor()).isEqualTo(stored.edits().size()).isPositive();
        open(new SettingsFile(temp.resolve("config")).load());
        until(() -> current(AUDIENCE));
        assertThat(text("#packageKey")).isEqualTo(PACK.value());
        robot.clickOn("#undo");
        until(() -> current("64,000"));
        robot.clickOn("#redo");
        until(() -> current(AUDIENCE));

        Path document = temp.resolve("new_customers.json");
        robot.interact(() -> window.saveTo((kind, proposed) -> Optional.of(document)));
        robot.clickOn("#export");
        until(() -> present("#exportCheck"));
        robot.clickOn("#checkExport");
        until(() -> Files.exists(document) && window.isQuiet());
        ValidationReport report = new PackageValidation().validate(document);
        assertThat(report.findings()).isEmpty();
        assertThat(report.document().orElseThrow().pack().audience())
                .isEqualTo(
                        new AudienceExpression.AllOf(
                                List.of(
                                        new AudienceExpression.TagRef(
                                                new TagKey("user_newbie_yes")))));
        assertThat(report.document().orElseThrow().size().audience()).isEqualTo(32_144);
        closeWindow();
    }

    private void importByDrop(Path file) throws Exception {
        until(() -> present(".sources"));
        robot.interact(() -> offerToDrag(file));
        robot.drag("#fileToDrag").dropTo(".sources");
        robot.interact(
                () ->
                        ((Pane) stage.getScene().getRoot())
                                .getChildren()
                                .remove(lookup("#fileToDrag")));
        until(() -> ready("#importNext"));
        fire("#importNext");
        until(() -> present("#importColumns") && ready("#importNext"));
        fire("#importNext");
        until(() -> present("#importName") && ready("#importNext"));
        robot.interact(
                () -> robot.lookup("#importTitle").queryTextInputControl().setText("Customers"));
        speak(Theme.DARK, Locale.SIMPLIFIED_CHINESE);
        assertThat(robot.lookup("#importCancel").queryButton().getText()).isEqualTo("取消");
        assertThat(robot.lookup("#importTitle").queryTextInputControl().getText())
                .isEqualTo("Customers");
        speak(Theme.LIGHT, Locale.ENGLISH);
        fire("#importNext");
        until(() -> present("#importAccepted"));
        assertThat(text("#importAccepted")).isEqualTo("64,000");
        assertThat(text("#importRejected")).isEqualTo("0");
        fire("#importCancel");
    }

    private void speak(Theme theme, Locale language) {
        robot.interact(
                () -> window.shell().orElseThrow().look(SourcesScreen.SCREEN, theme, language));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A file manager's place in the drag: a label in the window that carries the file. */
    private void offerToDrag(Path file) {
        Label label = new Label("file");
        label.setId("fileToDrag");
        label.setOnDragDetected(
                event -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(List.of(file.toAbsolutePath().toFile()));
                    label.startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                });
        StackPane.setAlignment(label, Pos.BOTTOM_LEFT);
        ((Pane) stage.getScene().getRoot()).getChildren().add(label);
    }

    private void makeTag() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> present("#tagNew"));
        fire("#tagNew");
        until(() -> present("#tagName"));
        type("#tagKey", "user_newbie_yes");
        type("#tagName", "New customers");
        choose("#tagEditSource", "hillstrom");
        until(() -> offers(".rule-subject", "newbie"));
        choose(".rule-subject", "newbie");
        type(".rule-typed", "1");
        until(() -> text("#tagSize").equals(AUDIENCE));
        fire("#tagSave");
        until(() -> !present("#tagName"));
    }

    private void makePackage() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> present("#newPackageName"));
        type("#newPackageName", "New customers");
        type("#newPackageKey", PACK.value());
        choose("#newPackageSource", "hillstrom");
        fire("#newPackageCreate");
        until(() -> present("#packageKey") && text("#packageKey").equals(PACK.value()));
        until(() -> current("64,000"));
    }

    private PackageDraft stored() {
        try (Workspace workspace =
                new Wiring(InstantSource.system()).open(temp.resolve("workspace"))) {
            return workspace.packages().draft(PACK).orElseThrow();
        }
    }

    private void open(WindowSettings settings) throws Exception {
        closed = new CountDownLatch(1);
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            stage.setWidth(1280);
                            stage.setHeight(800);
                            window =
                                    new DesktopWindow(
                                            stage,
                                            temp.resolve("workspace"),
                                            new Wiring(InstantSource.system()),
                                            settings,
                                            new SettingsFile(temp.resolve("config")),
                                            closed::countDown);
                            window.open();
                        })
                .get();
        until(() -> window.shell().isPresent());
    }

    private void closeWindow() throws Exception {
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private Node lookup(String query) {
        return robot.lookup(query).query();
    }

    private boolean present(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private boolean ready(String query) {
        return robot.lookup(query).tryQuery().filter(node -> !node.isDisabled()).isPresent();
    }

    /** Whether the number is on screen, and as the answer to what is on screen. */
    private boolean current(String number) {
        return present("#audienceSize")
                && robot.lookup("#audienceSize").queryTextInputControl().getText().equals(number)
                && text("#audienceState").startsWith("exact");
    }

    private String text(String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private void fire(String query) {
        robot.interact(() -> robot.lookup(query).queryAs(Button.class).fire());
    }

    private void type(String query, String words) {
        robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(words));
    }

    private boolean offers(String query, String word) {
        return robot.lookup(query).<ComboBox<Object>>query().getItems().stream()
                .anyMatch(item -> item.toString().contains(word));
    }

    private void choose(String query, String word) {
        robot.interact(() -> choose(robot.lookup(query).<ComboBox<Object>>query(), word));
    }

    private static void choose(ComboBox<Object> box, String word) {
        box.setValue(
                box.getItems().stream()
                        .filter(item -> item.toString().contains(word))
                        .findFirst()
                        .orElseThrow());
    }

    private Node chip(String key) {
        return robot.lookup("#paletteTags").lookup(".chip .mono").queryAll().stream()
                .filter(node -> node instanceof Label label && label.getText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void until(Callable<Boolean> fact) throws Exception {
        try {
            Until.holds(fact);
        } catch (TimeoutException e) {
            robot.interact(() -> Pictures.write(stage.getScene(), "stuck"));
            throw e;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
