package io.marquetry.source.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts stored bytes as they are read. */
final class ByteCount {

    private long bytes;

    /** Returns how many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    /** Returns the stream with its bytes counted. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                bytes += b < 0 ? 0 : 1;
                return b;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = super.read(target, offset, length);
                bytes += Math.max(n, 0);
                return n;
            }
        };
    }
}
