package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Tells the encoding of a file's first bytes: mark first, then UTF-8, UTF-16, GB18030. */
final class EncodingDetection {

    private static final double MOST_CONTROLS = 0.01;
    // Two Chinese characters in UTF-8: in GB18030 a line reads like this by chance once in 5,000.
    private static final int TELLING_CHARACTERS = 2;
    private static final double TELLING_SHARE = 0.02;

    private EncodingDetection() {}

    /**
     * Returns the encoding. Where lines of two encodings are mixed it is UTF-8, so that reading
     * stops at the first line that is not.
     *
     * @throws io.marquetry.base.ProblemException if the bytes are no text
     */
    static CsvEncoding detect(byte[] start, String label) {
        if (begins(start, 'P', 'K', 3, 4)) {
            throw Problem.of("problem.import.spreadsheet", label).asException();
        }
        CsvEncoding encoding = mark(start);
        if (encoding == null) {
            encoding = withoutMark(start);
        }
        String text = decode(start, encoding);
        long controls = text.chars().filter(EncodingDetection::isControl).count();
        if (text.indexOf('\0') >= 0 || controls > MOST_CONTROLS * text.length()) {
            throw Problem.of("problem.import.binary", label).asException();
        }
        if (text.isBlank()) {
            throw Problem.of("problem.import.emptyFile", label).asException();
        }
        return encoding;
    }

    /** Returns the text with whatever is not of the encoding replaced, and without a mark. */
    static String decode(byte[] start, CsvEncoding encoding) {
        String text = new String(start, encoding.charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @org.jspecify.annotations.Nullable CsvEncoding mark(byte[] start) {
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

    private static CsvEncoding withoutMark(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > 0) {
            // Delimiters and line breaks have their zero byte always on the same side.
            CsvEncoding wide = zeros[1] > zeros[0] ? CsvEncoding.UTF_16LE : CsvEncoding.UTF_16BE;
            boolean oneSided = Math.min(zeros[0], zeros[1]) * 20 <= zeros[0] + zeros[1];
            return oneSided && isAll(start, wide) ? wide : CsvEncoding.UTF_8;
        }
        if (isAll(start, CsvEncoding.UTF_8) || !isAll(start, CsvEncoding.GB18030)) {
            return CsvEncoding.UTF_8;
        }
        return hasUtf8Lines(start) ? CsvEncoding.UTF_8 : CsvEncoding.GB18030;
    }

    private static boolean hasUtf8Lines(byte[] start) {
        int nonAscii = 0;
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
                    boolean utf8 = isAll(ByteBuffer.wrap(start, from, i - from), CsvEncoding.UTF_8);
                    telling += utf8 && leads >= TELLING_CHARACTERS ? 1 : 0;
                }
                from = i + 1;
            }
        }
        return telling > TELLING_SHARE * nonAscii;
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
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
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
