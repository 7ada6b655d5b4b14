package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Tells the encoding of a file's bytes: mark first, then UTF-16 and UTF-8, which prove themselves;
 * then whichever of the others makes text of them that people write.
 */
final class EncodingDetection {

    private static final double MAX_CONTROLS = 0.01;
    private static final int STRAY = 2;
    // Two Chinese characters in UTF-8: in GB18030 a line reads like this by chance once in 5,000.
    private static final int TELLING_CHARACTERS = 2;
    private static final double TELLING_SHARE = 0.02;
    private static final double MAX_LINES = 0.5;
    // Of the units of UTF-16 text in tables, these many are ASCII: digits, delimiters, line ends.
    private static final double FEWEST_NARROW = 0.1;
    private static final double PLAUSIBLE = 0.35;
    private static final double SURE = 0.6;

    private static final List<CsvEncoding> GUESSES =
            List.of(
                    CsvEncoding.GB18030,
                    CsvEncoding.BIG5,
                    CsvEncoding.SHIFT_JIS,
                    CsvEncoding.EUC_KR,
                    CsvEncoding.WINDOWS_1251,
                    CsvEncoding.WINDOWS_1252);

    private EncodingDetection() {}

    /**
     * Returns the encoding. Where lines of two encodings are mixed it is UTF-8: the lines that are
     * not cannot be taken then.
     *
     * @throws io.marquetry.base.ProblemException if the bytes are no text
     */
    static FoundEncoding detect(byte[] start, String label) {
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Problem.of("problem.import.spreadsheet", label).asException();
        }
        CsvEncoding mark = mark(start);
        FoundEncoding found = mark == null ? withoutMark(start) : new FoundEncoding(mark, false);
        String text = decode(start, found.encoding());
        // A computer that went down leaves zeros at the end: they are one row that is none.
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\0') {
            end--;
        }
        long controls = text.chars().limit(end).filter(EncodingDetection::isControl).count();
        if (controls > Math.max(MAX_CONTROLS * end, STRAY)) {
            throw Problem.of("problem.import.binary", label).asException();
        }
        if (text.isBlank()) {
            throw Problem.of("problem.import.emptyFile", label).asException();
        }
        return found;
    }

    /** Returns the text with whatever is not of the encoding replaced, and without a mark. */
    static String decode(byte[] start, CsvEncoding encoding) {
        String text = new String(start, encoding.charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable CsvEncoding mark(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return CsvEncoding.UTF_8;
        }
        if (begins(start, 0xFF, 0xFE)) {
            return CsvEncoding.UTF_16LE;
        }
        if (begins(start, 0xFE, 0xFF)) {
            return CsvEncoding.UTF_16BE;
        }
        return begins(start, 0x84, 0x31, 0x95, 0x33) ? CsvEncoding.GB18030 : null;
    }

    private static FoundEncoding withoutMark(byte[] start) {
        CsvEncoding wide = wide(start);
        if (wide != null) {
            return new FoundEncoding(wide, false);
        }
        if (isAll(start, CsvEncoding.UTF_8)) {
            return new FoundEncoding(CsvEncoding.UTF_8, false);
        }
        Utf8Lines lines = Utf8Lines.of(start);
        if (lines.tell()) {
            return new FoundEncoding(CsvEncoding.UTF_8, false);
        }
        CsvEncoding best = CsvEncoding.WINDOWS_1252;
        double most = PLAUSIBLE;
        for (CsvEncoding guess : GUESSES) {
            double score =
                    isAll(start, guess) ? PlausibleText.score(decode(start, guess), guess) : 0;
            if (score > most) {
                best = guess;
                most = score;
            }
        }
        return most < SURE && lines.areMost()
                ? new FoundEncoding(CsvEncoding.UTF_8, true)
                : new FoundEncoding(best, true);
    }

    /** Returns which half of each pair of bytes is zero where the other is ASCII; null: neither. */
    private static @Nullable CsvEncoding wide(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        boolean oneSided = Math.min(zeros[0], zeros[1]) * 20 <= zeros[0] + zeros[1];
        // A stray zero character in a file of bytes is one of thousands, here it is one of ten.
        if (!oneSided || zeros[0] + zeros[1] < FEWEST_NARROW * start.length / 2) {
            return null;
        }
        CsvEncoding wide = zeros[1] > zeros[0] ? CsvEncoding.UTF_16LE : CsvEncoding.UTF_16BE;
        return isAll(start, wide) ? wide : null;
    }

    /**
     * Lines that are UTF-8 in a file that is not all of it.
     *
     * @param nonAscii lines with more than ASCII
     * @param valid those of them that are UTF-8
     * @param telling those of them that are so beyond chance
     */
    private record Utf8Lines(int nonAscii, int valid, int telling) {

        static Utf8Lines of(byte[] start) {
            int nonAscii = 0;
            int valid = 0;
            int telling = 0;
            int from = 0;
            for (int i = 0; i <= start.length; i++) {
                if (i == start.length || start[i] == '\n' || start[i] == '\r') {
                    int leads = 0;
                    boolean ascii = true;
                    for (int j = from; j < i; j++) {
                        ascii &= start[j] >= 0;
                        leads += (start[j] & 0xF0) == 0xE0 ? 1 : 0;
                    }
                    if (!ascii) {
                        nonAscii++;
                        ByteBuffer line = ByteBuffer.wrap(start, from, i - from);
                        boolean utf8 = isAll(line, CsvEncoding.UTF_8);
                        valid += utf8 ? 1 : 0;
                        telling += utf8 && leads >= TELLING_CHARACTERS ? 1 : 0;
                    }
                    from = i + 1;
                }
            }
            return new Utf8Lines(nonAscii, valid, telling);
        }

        boolean tell() {
            return telling > TELLING_SHARE * nonAscii;
        }

        boolean areMost() {
            return valid > MAX_LINES * nonAscii;
        }
    }

    private static boolean isAll(byte[] start, CsvEncoding encoding) {
        return isAll(ByteBuffer.wrap(start), encoding);
    }

    /** Returns whether the bytes are text of the encoding; the last character may be cut. */
    private static boolean isAll(ByteBuffer bytes, CsvEncoding encoding) {
        CharsetDecoder decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.remaining() + 1);
        return !decoder.decode(bytes, out, false).isError();
    }

    private static boolean isControl(int c) {
        // These two are delimiters of exports from databases.
        return c < ' ' && "\t\n\r\f\u0001\u001F".indexOf(c) < 0;
    }

    private static boolean begins(byte[] start, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
