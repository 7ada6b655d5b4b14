package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.TextWidths;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fonts of a PDF, of which only the letters used are embedded: those of the window, and Droid
 * Sans Fallback for rarer characters, of which there is no bold one. A letter that neither has is
 * told by its code point, {@code [U+1F600]}: what is told apart on the screen stays so on paper.
 */
final class PdfFonts implements TextWidths, Closeable {

    private static final int MINUS = 0x2212;
    private static final int DASH = 0x2013;

    private final List<TrueTypeFont> files = new ArrayList<>();
    private final Face regular;
    private final Face bold;
    private final Face rarer;

    /**
     * A run of letters of one font.
     *
     * @param thicken whether the letters are to be drawn thicker, because there is no bold font
     */
    record Run(PDFont font, String text, boolean thicken) {}

    private record Face(PDFont font, CmapLookup letters) {

        boolean has(int codePoint) {
            return letters.getGlyphId(codePoint) != 0;
        }
    }

    PdfFonts(PDDocument document) throws IOException {
        regular = face(document, "MarquetrySans-Regular.ttf");
        bold = face(document, "MarquetrySans-Bold.ttf");
        rarer = face(document, "DroidSansFallbackFull.ttf");
    }

    private Face face(PDDocument document, String name) throws IOException {
        try (InputStream file = PdfFonts.class.getResourceAsStream("/fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no font " + name);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            files.add(font);
            // Finding ligatures took three quarters of the time of drawing, and width() knows none.
            font.setEnableGsub(false);
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        }
    }

    /** Returns a line of text as runs of one font each. */
    List<Run> runs(String text, boolean isBold) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Face current = isBold ? bold : regular;
        for (int c : text.codePoints().map(PdfFonts::printable).toArray()) {
            Face wanted = isBold ? bold : regular;
            String shown = Character.toString(c);
            if (!wanted.has(c)) {
                if (rarer.has(c)) {
                    wanted = rarer;
                } else {
                    shown = "[U+%04X]".formatted(c);
                }
            }
            if (!wanted.equals(current) && !run.isEmpty()) {
                runs.add(run(current, run, isBold));
            }
            current = wanted;
            run.append(shown);
        }
        if (!run.isEmpty()) {
            runs.add(run(current, run, isBold));
        }
        return runs;
    }

    private Run run(Face face, StringBuilder text, boolean isBold) {
        Run run = new Run(face.font(), text.toString(), isBold && face.equals(rarer));
        text.setLength(0);
        return run;
    }

    private static int printable(int c) {
        if (c == MINUS) {
            // Noto Sans has no minus; its dash is as long as a plus is wide.
            return DASH;
        }
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c;
    }

    @Override
    public double width(String text, Lettering lettering) {
        try {
            double width = 0;
            for (Run run : runs(text, lettering.bold())) {
                width += run.font().getStringWidth(run.text()) / 1000;
            }
            return width * lettering.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont file : files) {
            file.close();
        }
    }
}
