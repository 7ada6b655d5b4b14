package io.marquetry.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture drawn small.
 *
 * @param width in pixels, from 1
 * @param height in pixels, from 1
 * @param argb one number for each pixel, row by row: alpha, red, green and blue, not premultiplied;
 *     to be read only
 */
public record DrawnPicture(int width, int height, IntBuffer argb) {

    /**
     * Draws a picture of known form, two to four times as large as it is shown, so that it looks
     * smooth. Pixels are left out while they are read, so that a large one takes the memory of a
     * small one.
     */
    static Optional<DrawnPicture> of(Picture.Type type, PictureForm form, byte[] bytes, int side) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int longest = Math.max(form.width(), form.height());
            int step = Math.max(1, longest / (2 * side));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage drawn = reader.read(0, param);
            int width = drawn.getWidth();
            int height = drawn.getHeight();
            return Optional.of(
                    new DrawnPicture(
                            width,
                            height,
                            IntBuffer.wrap(drawn.getRGB(0, 0, width, height, null, 0, width))
                                    .asReadOnlyBuffer()));
        } catch (IOException | RuntimeException e) {
            // Decoders fail in any way at what they do not understand.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
