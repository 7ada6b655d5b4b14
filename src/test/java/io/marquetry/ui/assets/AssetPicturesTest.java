package io.marquetry.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.MadePictures;
import io.marquetry.asset.Picture;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Sha256;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.Until;
import io.marquetry.ui.Workbench;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ScreenMaker;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Pictures of an asset are brought, described, put in order and taken off in the window. */
@ExtendWith(ApplicationExtension.class)
class AssetPicturesTest {

    private static final AssetKey KEY = new AssetKey("mail_spring");

    @TempDir private Path folder;

    private Workbench bench;
    private Stage stage;
    private ScreenMaker assets;

    @Start
    void open(Stage shown) {
        stage = shown;
        bench = new Workbench(folder.resolve("workspace"));
        CompletableFuture.runAsync(
                        () ->
                                bench.workspace()
                                        .assets()
                                        .create(
                                                new Asset(
                                                        KEY,
                                                        Asset.Kind.MAIL_TEMPLATE,
                                                        LocalizedText.of("Spring mail", "春季邮件"),
                                                        Optional.of(
                                                                LocalizedText.of(
                                                                        "Hello {name|friend}",
                                                                        "{name|朋友}，你好")),
                                                        new TreeMap<>())))
                .join();
        assets = new AssetsScreen(new AssetsModel(bench.workspace(), bench.background()));
        bench.show(stage, assets, Theme.LIGHT, Locale.ENGLISH);
    }

    @AfterEach
    void nothingWentWrong() {
        bench.close();
        assertThat(bench.bugs()).isEmpty();
    }

    @Test
    void picturesAreBroughtDescribedMovedTakenOffAndBroughtBack(FxRobot robot) throws Exception {
        byte[] first = MadePictures.of("PNG", 600, 314, 1);
        byte[] second = MadePictures.of("JPEG", 300, 400, 9);
        edit(robot);
        Path broken = file("broken.png", new byte[] {1, 2, 3});
        robot.interact(() -> strip(robot).bring(List.of(file("a.png", first), broken)));
        Until.holds(() -> robot.lookup("#assetProblem").query().isVisible());
        assertThat(robot.lookup("#assetProblem").queryAs(Label.class).getText())
                .contains("broken.png is no PNG, JPEG or GIF");
        assertThat(strip(robot).pictures()).as("all or none").isEmpty();
        robot.interact(
                () -> strip(robot).bring(List.of(file("a.png", first), file("b.jpg", second))));
        Until.holds(() -> strip(robot).pictures().size() == 2);
        assertThat(robot.lookup("#assetProblem").query().isVisible()).isFalse();
        // The same again is shown once.
        robot.interact(() -> strip(robot).bring(List.of(file("c.png", first))));
        robot.interact(() -> tile(robot, 1).fire());
        robot.interact(() -> field(robot, "#pictureTextEn").setText("A green sign"));
        robot.interact(() -> field(robot, "#pictureTextZh").setText("绿色招牌"));
        draw(robot, "asset-pictures-light-en");
        robot.interact(() -> tile(robot, 1).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        Until.holds(() -> strip(robot).pictures().get(1).sha256().equals(Sha256.of(first)));
        assertThat(field(robot, "#pictureTextEn").getText()).isEqualTo("A green sign");
        robot.type(KeyCode.DELETE);
        Until.holds(() -> strip(robot).pictures().size() == 1);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Until.holds(() -> strip(robot).pictures().size() == 2);
        robot.interact(() -> robot.lookup("#assetSave").queryAs(Button.class).fire());
        Until.holds(() -> robot.lookup("#assetSheet").tryQuery().isEmpty());
        Until.holds(
                () ->
                        robot.lookup("#assetShown")
                                .tryQueryAs(FlowPane.class)
                                .filter(row -> row.getChildren().size() == 2)
                                .isPresent());
        List<Picture> saved =
                CompletableFuture.supplyAsync(
                                () -> bench.workspace().assets().get(KEY).asset().pictures())
                        .join();
        assertThat(saved)
                .extracting(Picture::sha256)
                .containsExactly(Sha256.of(second), Sha256.of(first));
        assertThat(saved.get(1).text()).contains(LocalizedText.of("A green sign", "绿色招牌"));
        draw(robot, "asset-shown-light-en");
        robot.interact(() -> bench.show(stage, assets, Theme.DARK, Locale.SIMPLIFIED_CHINESE));
        edit(robot);
        Until.holds(() -> strip(robot).pictures().size() == 2);
        robot.interact(() -> tile(robot, 2).fire());
        draw(robot, "asset-pictures-dark-zh");
        robot.interact(
                () ->
                        strip(robot)
                                .bring(
                                        IntStream.range(20, 30)
                                                .mapToObj(
                                                        n -> file(n + ".png", MadePictures.png(n)))
                                                .toList()));
        Until.holds(() -> strip(robot).pictures().size() == 12);
        robot.interact(() -> stage.setHeight(640));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), "asset-pictures-many"));
        robot.interact(() -> robot.lookup("#assetCancel").queryAs(Button.class).fire());
        draw(robot, "asset-shown-dark-zh");
    }

    private void edit(FxRobot robot) throws Exception {
        Until.holds(() -> !robot.lookup("#assetEdit").queryAs(Button.class).isDisabled());
        robot.interact(() -> robot.lookup("#assetEdit").queryAs(Button.class).fire());
        Until.holds(() -> robot.lookup("#assetSheet").tryQuery().isPresent());
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PictureStrip strip(FxRobot robot) {
        return robot.lookup("#assetPictures").queryAs(PictureStrip.class);
    }

    private static ToggleButton tile(FxRobot robot, int number) {
        return robot.lookup("#picture_" + number).queryAs(ToggleButton.class);
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private void draw(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    stage.setWidth(1024);
                    stage.setHeight(768);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.write(stage.getScene(), name));
    }
}
