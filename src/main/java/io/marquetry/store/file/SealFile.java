package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Sha256;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file that holds the {@link Seal}. The file has two places that are written in turn, so that a
 * torn write leaves the seal before it; and it never grows, so that a full disk does not stop it.
 */
final class SealFile {

    // A file system writes blocks of this size, so the places do not tear each other.
    private static final int PLACE = 4096;
    private static final String FORMAT = "marquetry-seal-1";
    private static final String NONE = "-";

    private final Path file;
    private long turn;

    private SealFile(Path file, long turn) {
        this.file = file;
        this.turn = turn;
    }

    /** Makes the file of a new workspace, or makes it anew, all or nothing. */
    static SealFile create(Path file, Seal seal) throws IOException {
        Path unfinished = DurableFiles.unfinished(file);
        Files.deleteIfExists(unfinished);
        PrivateFiles.create(unfinished);
        SealFile made = new SealFile(unfinished, 0);
        made.write(seal);
        made.write(seal);
        DurableFiles.move(unfinished, file);
        return new SealFile(file, made.turn);
    }

    /** Returns the file with its newest readable seal; empty where it holds none. */
    static Optional<Opened> open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        @Nullable Opened newest = null;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (int place = 0; place < 2 && in.length() >= (place + 1L) * PLACE; place++) {
                byte[] bytes = new byte[PLACE];
                in.seek((long) place * PLACE);
                in.readFully(bytes);
                Opened found = parse(file, new String(bytes, StandardCharsets.US_ASCII));
                if (found != null && (newest == null || found.file.turn > newest.file.turn)) {
                    newest = found;
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    /** Replaces the older of the two seals; durable when it returns. */
    void write(Seal seal) throws IOException {
        long next = turn + 1;
        String text =
                String.join(
                        " ",
                        FORMAT,
                        Long.toString(next),
                        seal.workspace(),
                        Long.toString(seal.generation()),
                        seal.closed().map(c -> Long.toString(c.length())).orElse(NONE),
                        seal.closed().map(Seal.FileHash::sha256).orElse(NONE));
        byte[] bytes = (text + " " + Sha256.of(text)).getBytes(StandardCharsets.US_ASCII);
        byte[] place = Arrays.copyOf(bytes, PLACE);
        Arrays.fill(place, bytes.length, PLACE, (byte) ' ');
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(next % 2 * PLACE);
            out.write(place);
            out.getFD().sync();
        }
        turn = next;
    }

    private static @Nullable Opened parse(Path file, String place) {
        String line = place.stripTrailing();
        int cut = line.lastIndexOf(' ');
        if (cut < 0 || !Sha256.of(line.substring(0, cut)).equals(line.substring(cut + 1))) {
            return null;
        }
        String[] words = line.substring(0, cut).split(" ", -1);
        if (words.length != 6 || !words[0].equals(FORMAT)) {
            return null;
        }
        Optional<Seal.FileHash> closed =
                words[4].equals(NONE)
                        ? Optional.empty()
                        : Optional.of(new Seal.FileHash(Long.parseLong(words[4]), words[5]));
        return new Opened(
                new SealFile(file, Long.parseLong(words[1])),
                new Seal(words[2], Long.parseLong(words[3]), closed));
    }

    /** A seal file and what it says. */
    record Opened(SealFile file, Seal seal) {}
}
