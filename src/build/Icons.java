import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Makes every system's icon of the one drawing: PNG for Linux, ICO for Windows, ICNS for macOS. The
 * drawing has rectangles and polygons only, in a square of 256.
 *
 * <p>Arguments: the drawing, the folder to write to.
 */
final class Icons {

    private static final int SIDE = 256;
    private static final int[] ICO = {16, 24, 32, 48, 64, 128, 256};

    /** The kinds of pictures in an ICNS file, with their sizes. */
    private static final Object[][] ICNS = {
        {"icp4", 16}, {"icp5", 32}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024}
    };

    private record Part(Shape shape, Color colour) {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        List<Part> parts = parts(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.write(folder.resolve("marquetry.png"), png(parts, 512));
        Files.write(folder.resolve("marquetry.ico"), ico(parts));
        Files.write(folder.resolve("marquetry.icns"), icns(parts));
    }

    private static List<Part> parts(Path drawing) throws Exception {
        NodeList nodes =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(drawing.toFile())
                        .getDocumentElement()
                        .getElementsByTagName("*");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            Shape shape =
                    switch (element.getTagName()) {
                        case "rect" ->
                                new RoundRectangle2D.Double(
                                        number(element, "x"),
                                        number(element, "y"),
                                        number(element, "width"),
                                        number(element, "height"),
                                        2 * number(element, "rx"),
                                        2 * number(element, "rx"));
                        case "polygon" -> polygon(element.getAttribute("points"));
                        default -> throw new IOException(element.getTagName() + " is not drawn");
                    };
            parts.add(new Part(shape, Color.decode(element.getAttribute("fill"))));
        }
        return parts;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Shape polygon(String points) {
        Path2D path = new Path2D.Double();
        for (String point : points.split(" ")) {
            String[] at = point.split(",");
            double x = Double.parseDouble(at[0]);
            double y = Double.parseDouble(at[1]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static byte[] png(List<Part> parts, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale((double) size / SIDE, (double) size / SIDE);
        for (Part part : parts) {
            graphics.setColor(part.colour());
            graphics.fill(part.shape());
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] ico(List<Part> parts) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        int length = 6 + 16 * ICO.length;
        for (int size : ICO) {
            byte[] picture = png(parts, size);
            pictures.add(picture);
            length += picture.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        int at = 6 + 16 * ICO.length;
        for (int i = 0; i < ICO.length; i++) {
            // 256 is written as 0.
            out.put((byte) ICO[i]).put((byte) ICO[i]).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32);
            out.putInt(pictures.get(i).length).putInt(at);
            at += pictures.get(i).length;
        }
        pictures.forEach(out::put);
        return out.array();
    }

    private static byte[] icns(List<Part> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object[] kind : ICNS) {
            byte[] picture = png(parts, (int) kind[1]);
            out.write(((String) kind[0]).getBytes(StandardCharsets.US_ASCII));
            out.write(ByteBuffer.allocate(4).putInt(8 + picture.length).array());
            out.write(picture);
        }
        ByteBuffer all = ByteBuffer.allocate(8 + out.size());
        all.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + out.size());
        return all.put(out.toByteArray()).array();
    }
}
