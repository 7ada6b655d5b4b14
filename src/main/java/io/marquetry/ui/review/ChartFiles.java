package io.marquetry.ui.review;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.drawing.ChartNumbers;
import io.marquetry.effect.chart.drawing.CsvText;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Writes charts: as a picture, as a drawing, as numbers. */
final class ChartFiles {

    private ChartFiles() {}

    /** Returns the content of a PNG file. Blocks; the picture is not to change meanwhile. */
    static byte[] png(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(copy, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes what is written", e);
        }
        return out.toByteArray();
    }

    /** Returns the content of a CSV file. */
    static byte[] csv(Chart chart, Texts texts) {
        return CsvText.of(ChartNumbers.of(chart, texts));
    }

    /**
     * Writes a file whole or not at all. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if the place cannot be written to
     */
    static void write(Path file, byte[] content) {
        try {
            DurableFiles.write(file, content);
        } catch (IOException e) {
            throw Problem.of("problem.review.notSaved", file.toString()).asException(e);
        }
    }
}
