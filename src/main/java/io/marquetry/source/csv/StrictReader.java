package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and refuses bytes that are none, naming where they are: a decoder that replaces them
 * would import question marks without a word.
 */
final class StrictReader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final String label;
    private final CsvEncoding encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private boolean started;
    private long line = 1;
    private long column;
    private boolean afterReturn;

    StrictReader(InputStream in, String label, CsvEncoding encoding) {
        this.in = in;
        this.label = label;
        this.encoding = encoding;
        this.decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
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
            look(target[i]);
        }
        return n;
    }

    private int decode(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            int n = out.position() - offset;
            if (result.isError() && n == 0) {
                throw Problem.of(
                                "problem.import.encoding",
                                label,
                                line,
                                column + 1,
                                encoding.label())
                        .asException();
            }
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

    private void look(char c) {
        column++;
        if (c > '\r') {
            afterReturn = false;
            return;
        }
        if (c == '\0') {
            throw Problem.of("problem.import.notText", label, line, column).asException();
        }
        if (c == '\n' || c == '\r') {
            line += c == '\n' && afterReturn ? 0 : 1;
            column = 0;
        }
        afterReturn = c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
