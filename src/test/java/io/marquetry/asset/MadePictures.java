package io.marquetry.asset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures to test with, drawn here. */
public final class MadePictures {

    private MadePictures() {}

    /** Returns a picture; another number gives other bytes. */
    public static byte[] png(int number) {
        return of("png", 120, 80, number);
    }

    /** Returns a picture of a format that is read here. */
    public static byte[] of(String format, int width, int height, int number) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setPaint(new Color(0x2C6E63 + number * 977));
        pen.fillRect(0, 0, width, height);
        pen.setPaint(Color.WHITE);
        pen.fillOval(number % 30, 5, width / 2, height / 2);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns a PNG of a few bytes that says it is of another size. */
    public static byte[] pngOfSize(int width, int height) {
        byte[] png = png(1);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }
}
