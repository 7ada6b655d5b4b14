package io.marquetry.index.file;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Who has which ordinal in one state of a source that does not number its profiles itself: a file
 * of keys in the order of the ordinals, beside the sets. Finding one reads the file from its
 * beginning, which takes a second for some ten million keys; nothing is kept in memory.
 */
public final class People {

    private static final byte[] BEGIN = "marquetry people 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_KEY_BYTES = 1 << 16;
    private static final int MANY = 1 << 14;

    private final Path file;
    private final Snapshot snapshot;
    private final long profiles;

    private People(Path file, Snapshot snapshot, long profiles) {
        this.file = file;
        this.snapshot = snapshot;
        this.profiles = profiles;
    }

    /** Returns the people in a file; empty where it is not there, or of another state. */
    static Optional<People> read(Path file, Snapshot snapshot, long profiles) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return begins(in, snapshot, profiles)
                    ? Optional.of(new People(file, snapshot, profiles))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the people into a file, all or nothing.
     *
     * @param keys hands on the keys in the order of the ordinals
     */
    static void write(Path file, Snapshot snapshot, long profiles, Consumer<Consumer<String>> keys)
            throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        PrivateFiles.create(unfinished);
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            CheckedOutputStream sum = new CheckedOutputStream(plain, new CRC32C());
            DataOutputStream out = new DataOutputStream(sum);
            out.write(BEGIN);
            out.write(state(snapshot));
            out.writeLong(profiles);
            keys.accept(key -> write(out, key));
            out.flush();
            out.writeLong(sum.getChecksum().getValue());
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Returns the ordinal of the profile with the key; empty where there is none.
     *
     * @throws io.marquetry.base.ProblemException if the file is gone or damaged meanwhile
     */
    public OptionalLong ordinal(String key, CancelSignal signal) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        long found = -1;
        try (CheckedInputStream sum =
                        new CheckedInputStream(
                                new BufferedInputStream(Files.newInputStream(file), 1 << 16),
                                new CRC32C());
                DataInputStream in = new DataInputStream(sum)) {
            if (!begins(in, snapshot, profiles)) {
                throw damaged();
            }
            for (long ordinal = 0; ordinal < profiles; ordinal++) {
                if (ordinal % MANY == 0) {
                    signal.check();
                }
                if (Arrays.equals(in.readNBytes(in.readUnsignedShort()), wanted)) {
                    found = ordinal;
                }
            }
            long expected = sum.getChecksum().getValue();
            if (in.readLong() != expected) {
                throw damaged();
            }
        } catch (IOException e) {
            throw Problem.of("problem.index.otherPeople").asException(e);
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static boolean begins(DataInputStream in, Snapshot snapshot, long profiles)
            throws IOException {
        return Arrays.equals(in.readNBytes(BEGIN.length), BEGIN)
                && Arrays.equals(in.readNBytes(state(snapshot).length), state(snapshot))
                && in.readLong() == profiles;
    }

    private static byte[] state(Snapshot snapshot) {
        return Sha256.of(snapshot.fingerprint()).getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(DataOutputStream out, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= MAX_KEY_BYTES) {
            throw Problem.of("problem.index.longKey").asException();
        }
        try {
            out.writeShort(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IOException damaged() {
        return new IOException("not as it was written");
    }
}
