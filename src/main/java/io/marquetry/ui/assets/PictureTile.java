package io.marquetry.ui.assets;

import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** One small picture with its size below it, or what says that its bytes are not here. */
final class PictureTile {

    private static final double WIDTH = 132;
    private static final double HEIGHT = 84;
    private static final int KILO = 1024;

    private PictureTile() {}

    static VBox of(Thumbnail shown, Texts texts) {
        StackPane frame = new StackPane(picture(shown, texts));
        frame.getStyleClass().add("picture-frame");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        Label size = new Label(size(shown.picture(), shown.file(), texts));
        size.getStyleClass().addAll("muted", "picture-size");
        return new VBox(3, frame, size);
    }

    private static Node picture(Thumbnail shown, Texts texts) {
        if (shown.image().isEmpty()) {
            Label absent = new Label(texts.get("assets.pictureAbsent"));
            absent.setWrapText(true);
            absent.getStyleClass().add("muted");
            return absent;
        }
        ImageView view = new ImageView(shown.image().get());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(Math.min(WIDTH - 2, shown.file().orElseThrow().width()));
        view.setFitHeight(Math.min(HEIGHT - 2, shown.file().orElseThrow().height()));
        return view;
    }

    private static String size(Picture picture, Optional<PictureFile> file, Texts texts) {
        int kilobytes = (picture.size() + KILO - 1) / KILO;
        return file.map(
                        one ->
                                texts.get(
                                        "assets.pictureSize", one.width(), one.height(), kilobytes))
                .orElseGet(() -> texts.get("cli.picture.size", kilobytes));
    }

    /** Returns what is read out for a picture. */
    static String words(Picture picture, Texts texts) {
        return picture.text()
                .map(said -> said.in(texts.locale()))
                .orElseGet(() -> texts.get("assets.pictureUnsaid"));
    }
}
