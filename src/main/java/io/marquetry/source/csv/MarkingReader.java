package io.marquetry.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and marks bytes that are none, and characters that are nothing: a decoder that
 * replaces them by question marks would import those without a word, one that stops would lose all
 * rows for one.
 */
final class MarkingReader extends Reader {

    /** Stands for bytes that are not of the encoding; Unicode promises that it is no character. */
    static final char NOT_DECODED = '\uFDD0';

    /** Stands for a zero character. */
    static final char ZERO = '\uFDD1';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private boolean started;
    private boolean marked;

    MarkingReader(InputStream in, CsvEncoding encoding) {
        this.in = in;
        this.decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Returns whether anything was marked so far. */
    boolean hasMarked() {
        return marked;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int n = decode(target, offset, length);
        if (n > 0 && !started) {
            started = true;
            if (target[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(target, offset + 1, target, offset, n - 1);
                n--;
                if (n == 0) {
                    n = decode(target, offset, length);
                }
            }
        }
        for (int i = offset; i < offset + n; i++) {
            if (target[i] == '\0') {
                target[i] = ZERO;
                marked = true;
            }
        }
        return n;
    }

    private int decode(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (!out.hasRemaining()) {
                    return length;
                }
                // A byte at a time: what follows a torn character may be a line break.
                bytes.get();
                out.put(NOT_DECODED);
                marked = true;
                decoder.reset();
                continue;
            }
            int n = out.position() - offset;
            if (n > 0) {
                return n;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
