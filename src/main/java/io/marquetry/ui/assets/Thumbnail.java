package io.marquetry.ui.assets;

import io.marquetry.asset.DrawnPicture;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.util.Optional;

/**
 * A picture as it is shown small.
 *
 * @param file its bytes; empty where only its name came here
 * @param image what is drawn of it; empty as above
 */
record Thumbnail(Picture picture, Optional<PictureFile> file, Optional<Image> image) {

    /** How wide and high it is shown at most, in pixels of the window. */
    static final int SIDE = 150;

    /** Draws it; blocks, so never call it on the FX thread. */
    static Thumbnail of(Picture picture, Optional<PictureFile> file) {
        return new Thumbnail(
                picture, file, file.flatMap(one -> one.drawn(SIDE)).map(Thumbnail::image));
    }

    private static Image image(DrawnPicture drawn) {
        WritableImage image = new WritableImage(drawn.width(), drawn.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawn.width(),
                        drawn.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawn.argb().duplicate(),
                        drawn.width());
        return image;
    }

    /** Returns the same picture with other words. */
    Thumbnail with(Picture other) {
        return new Thumbnail(other, file, image);
    }
}
