package io.marquetry.json;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.RegularFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads JSON from outside and refuses, with the place, all that could be read in two ways: keys
 * that repeat, text after the end, numbers that a reader might round, halves of surrogate pairs,
 * null, bytes that are not UTF-8; and what could exhaust the reader: size, nesting, long texts.
 */
public final class StrictJson {

    /** Largest document, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    /** Deepest nesting of objects and arrays: a group nested 50 deep takes two levels for each. */
    public static final int MAX_DEPTH = 128;

    /** Most values in a document, counted with objects and arrays: each takes memory. */
    public static final int MAX_VALUES = 1_000_000;

    private StrictJson() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException if it is absent, too large, or no strict JSON
     */
    public static Json read(Path file) {
        FxThread.refuse();
        RegularFiles.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            throw Problem.of("problem.file.absent", file.toString()).asException(e);
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), reason(e)).asException(e);
        }
    }

    /**
     * Reads UTF-8 bytes; a byte order mark is skipped.
     *
     * @throws ProblemException if they are too many, or no strict JSON
     */
    public static Json read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Problem.of("problem.json.tooLarge", MAX_BYTES >> 20).asException();
        }
        String text = decode(bytes);
        return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * Reads a text.
     *
     * @throws ProblemException if it is no strict JSON
     */
    public static Json read(String text) {
        if (text.isBlank()) {
            throw Problem.of("problem.json.empty").asException();
        }
        return new StrictJsonReader(text).read();
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw Problem.of("problem.json.notUtf8", in.position() + 1).asException();
        }
        return out.flip().toString();
    }

    public static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
