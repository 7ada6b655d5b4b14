package io.marquetry.source.csv;

import io.marquetry.base.VisibleText;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out how a file is written, from its first megabyte; people can correct all of it. */
public final class CsvDetection {

    private static final int LOOKED_AT = 1 << 20;
    private static final int SHOWN = 3;
    private static final int LONGEST_SHOWN = 60;

    private CsvDetection() {}

    /**
     * What a file looks like.
     *
     * @param format how it is written
     * @param guessed whether its bytes do not prove the encoding
     * @param shown cells that show it, a few
     */
    public record Found(CsvFormat format, boolean guessed, List<String> shown) {

        /** Copies the cells. */
        public Found {
            shown = List.copyOf(shown);
        }
    }

    /**
     * Returns the most likely format of a file.
     *
     * @throws io.marquetry.base.ProblemException if it is empty, unreadable or not text
     */
    public static CsvFormat detect(CsvInput input) {
        return look(input, Optional.empty(), Optional.empty(), Optional.empty()).format();
    }

    /**
     * Returns the most likely format of a file, and how sure that is.
     *
     * @param told the encoding, where people said it
     * @param delimiter between two values, where people said it
     * @param quote around values, where people said it
     * @throws io.marquetry.base.ProblemException if it is empty, unreadable or not text
     */
    public static Found look(
            CsvInput input,
            Optional<CsvEncoding> told,
            Optional<Character> delimiter,
            Optional<Character> quote) {
        Start start = start(input);
        FoundEncoding encoding =
                told.map(e -> new FoundEncoding(e, false))
                        .orElseGet(() -> EncodingDetection.detect(start.telling, input.label()));
        String text = EncodingDetection.decode(start.first, encoding.encoding());
        CsvFormat format =
                DelimiterDetection.detect(
                        text,
                        start.whole,
                        encoding.encoding(),
                        new DelimiterDetection.Marks(delimiter, quote),
                        input.label());
        List<String> shown =
                encoding.guessed()
                        ? telling(
                                EncodingDetection.decode(start.telling, encoding.encoding()),
                                format)
                        : List.of();
        return new Found(format, encoding.guessed(), shown);
    }

    /** Returns the encoding of a file of text, of whatever kind. */
    static FoundEncoding encoding(CsvInput input) {
        return EncodingDetection.detect(start(input).telling, input.label());
    }

    /** The bytes that are looked at. */
    private static final class Start {
        private final byte[] first;
        private final byte[] telling;
        private final boolean whole;

        /**
         * Keeps the bytes.
         *
         * @param first those at the start
         * @param telling those from the first that is not ASCII, or the first ones
         * @param whole whether {@code first} is all
         */
        Start(byte[] first, byte[] telling, boolean whole) {
            this.first = first;
            this.telling = telling;
            this.whole = whole;
        }
    }

    private static Start start(CsvInput input) {
        try (InputStream in = input.open(new ByteCount())) {
            byte[] first = in.readNBytes(LOOKED_AT);
            boolean whole = first.length < LOOKED_AT;
            byte[] telling = whole || !isAscii(first, first.length) ? first : telling(in, first);
            return new Start(first, telling, whole);
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    /** Returns the next bytes that are not all ASCII; the first ones where there are none. */
    private static byte[] telling(InputStream in, byte[] first) throws IOException {
        byte[] next = new byte[LOOKED_AT];
        int length = in.readNBytes(next, 0, LOOKED_AT);
        while (length > 0) {
            if (!isAscii(next, length)) {
                return Arrays.copyOf(next, length);
            }
            length = in.readNBytes(next, 0, LOOKED_AT);
        }
        return first;
    }

    private static boolean isAscii(byte[] bytes, int length) {
        int any = 0;
        for (int i = 0; i < length; i++) {
            any |= bytes[i];
        }
        return any >= 0;
    }

    private static List<String> telling(String text, CsvFormat format) {
        Set<String> cells = new LinkedHashSet<>();
        StringBuilder cell = new StringBuilder();
        boolean tells = false;
        for (int i = 0; i < text.length() && cells.size() < SHOWN; i++) {
            char c = text.charAt(i);
            if (c == format.delimiter() || c == format.quote() || c == '\n' || c == '\r') {
                if (tells && cell.length() <= LONGEST_SHOWN) {
                    cells.add(VisibleText.of(cell.toString()));
                }
                cell.setLength(0);
                tells = false;
            } else {
                cell.append(c);
                tells |= c >= 0x80 && c != '\uFFFD';
            }
        }
        return List.copyOf(cells);
    }
}
