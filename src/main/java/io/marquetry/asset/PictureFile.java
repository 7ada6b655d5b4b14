package io.marquetry.asset;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.RegularFiles;
import io.marquetry.base.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The bytes of a picture, known to be whole: they come from anywhere, and are looked at before
 * anything is kept of them. What a file is called says nothing.
 */
public final class PictureFile {

    /** The most bytes that a picture may have. */
    public static final int MAX_BYTES = 5 << 20;

    /** The most pixels that it may have; of one that moves, all its pictures count. */
    public static final long MAX_PIXELS = 40_000_000;

    /** Small enough to be drawn at once, large enough that a broken row is met. */
    private static final int TRIED = 256;

    private final Picture picture;
    private final PictureForm form;
    private final byte[] bytes;

    private PictureFile(Picture picture, PictureForm form, byte[] bytes) {
        this.picture = picture;
        this.form = form;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it cannot be read, or is no picture as {@link #of} says
     */
    public static PictureFile read(Path file) {
        FxThread.refuse();
        RegularFiles.require(file);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            throw Problem.of("problem.file.unreadable", file.toString(), reason).asException(e);
        }
        return of(file.toString(), bytes);
    }

    /**
     * Looks at bytes: their form from one end to the other, how large they would be drawn, and then
     * whether they can be drawn.
     *
     * @param name what sentences call it
     * @throws ProblemException if it is too large, of another kind, cut or broken
     */
    public static PictureFile of(String name, byte[] bytes) {
        FxThread.refuse();
        if (bytes.length > MAX_BYTES) {
            throw Problem.of("problem.picture.large", name, MAX_BYTES >> 20).asException();
        }
        Picture.Type type =
                PictureForm.type(bytes)
                        .orElseThrow(() -> Problem.of("problem.picture.kind", name).asException());
        PictureForm form =
                PictureForm.of(type, bytes).orElseThrow(() -> broken(name, type).asException());
        if (form.pixels() > MAX_PIXELS) {
            throw Problem.of(
                            "problem.picture.pixels",
                            name,
                            form.width(),
                            form.height(),
                            MAX_PIXELS / 1_000_000)
                    .asException();
        }
        PictureFile file =
                new PictureFile(
                        new Picture(Sha256.of(bytes), type, bytes.length, Optional.empty()),
                        form,
                        bytes.clone());
        if (file.drawn(TRIED).isEmpty()) {
            throw broken(name, type).asException();
        }
        return file;
    }

    private static Problem broken(String name, Picture.Type type) {
        return Problem.of("problem.picture.broken", name, type.name());
    }

    /** Returns what is known of it, without words. */
    public Picture picture() {
        return picture;
    }

    /** Returns how wide it is, in pixels. */
    public int width() {
        return form.width();
    }

    /** Returns how high it is, in pixels. */
    public int height() {
        return form.height();
    }

    /** Returns the bytes, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Draws it small; of one that moves, its first picture.
     *
     * @param side how wide and how high it will be shown at most, in pixels: it comes up to four
     *     times as large where the file has as much, so that it looks smooth
     */
    public Optional<DrawnPicture> drawn(int side) {
        FxThread.refuse();
        return DrawnPicture.of(picture.type(), form, bytes, side);
    }
}
