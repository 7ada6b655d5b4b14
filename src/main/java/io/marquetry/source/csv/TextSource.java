package io.marquetry.source.csv;

import io.marquetry.base.FxThread;

import java.io.IOException;
import java.io.Reader;

/** The characters of a file of text, in the encoding that its bytes tell. */
public final class TextSource implements AutoCloseable {

    private final CsvInput input;
    private final ByteCount count = new ByteCount();
    private final FoundEncoding found;
    private final MarkingReader reader;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;

    /**
     * Opens a file.
     *
     * @throws io.marquetry.base.ProblemException if it is empty, unreadable or not text
     */
    public TextSource(CsvInput input) {
        FxThread.refuse();
        this.input = input;
        this.found = CsvDetection.encoding(input);
        try {
            this.reader = new MarkingReader(input.open(count), found.encoding());
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    /** Returns the next character; -1 at the end. */
    public int read() {
        if (position == end) {
            try {
                end = Math.max(0, ((Reader) reader).read(buffer, 0, buffer.length));
            } catch (IOException e) {
                throw input.unreadable(e);
            }
            position = 0;
            if (end == 0) {
                return -1;
            }
        }
        char c = buffer[position];
        position++;
        return c;
    }

    /** Returns whether a text holds bytes that are not of the encoding, or zero characters. */
    public boolean isTorn(String text) {
        return reader.hasMarked()
                && (text.indexOf(MarkingReader.NOT_DECODED) >= 0
                        || text.indexOf(MarkingReader.ZERO) >= 0);
    }

    /** Returns how the bytes become characters. */
    public CsvEncoding encoding() {
        return found.encoding();
    }

    /** Returns whether the bytes do not prove the encoding. */
    public boolean isGuessed() {
        return found.guessed();
    }

    /** Returns how many stored bytes were read so far. */
    public long bytes() {
        return count.bytes();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }
}
