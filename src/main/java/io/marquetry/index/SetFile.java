package io.marquetry.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One tag's set in one file. Little-endian: 8 bytes {@code MQSET001}, 32 bytes key, 8 bytes
 * profiles, 8 bytes cardinality, 8 bytes length of what follows, then words or ordinals (4 bytes
 * each), last the CRC-32C (RFC 3720) of all before it, in 8 bytes.
 *
 * <p>The key is the hash of all that the set follows from: the source's content, today where the
 * rule is relative to it, and the rule. So a file of another source, day or rule is never taken for
 * this one; and a file with a flipped byte is no file at all.
 */
final class SetFile {

    private static final byte[] MAGIC = {'M', 'Q', 'S', 'E', 'T', '0', '0', '1'};
    private static final int HEADER = 72;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long WORDS = 0;
    private static final long ORDINALS = 1;

    private SetFile() {}

    /** Returns the set in the file, or nothing where it is absent, damaged or of another key. */
    static Optional<ProfileSet> read(Path file, String key, long profiles) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long size = channel.size();
            if (size < HEADER + 8 || size > HEADER + 8 + profiles / 4 + 1024) {
                return Optional.empty();
            }
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, arena);
            return checked(bytes, key, profiles) ? parsed(bytes, profiles) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // An unreadable file is as good as none: the set is asked for again.
            return Optional.empty();
        }
    }

    /** Writes the set so that the file is there whole or not at all. */
    static void write(Path file, String key, long profiles, ProfileSet set) throws IOException {
        byte[] bytes = bytes(key, profiles, set);
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".set-", ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] bytes(String key, long profiles, ProfileSet set) {
        int payload =
                switch (set) {
                    case ProfileSet.Dense dense -> dense.words().length * Long.BYTES;
                    case ProfileSet.Sparse sparse -> sparse.ordinals().length * Integer.BYTES;
                };
        ByteBuffer out =
                ByteBuffer.allocate(HEADER + payload + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put(HexFormat.of().parseHex(key));
        out.putLong(profiles).putLong(set.cardinality());
        out.putLong(form(set)).putLong(payload);
        switch (set) {
            case ProfileSet.Dense dense -> out.asLongBuffer().put(dense.words());
            case ProfileSet.Sparse sparse -> out.asIntBuffer().put(sparse.ordinals());
        }
        out.position(HEADER + payload);
        CRC32C crc = new CRC32C();
        crc.update(out.array(), 0, HEADER + payload);
        out.putLong(crc.getValue());
        return out.array();
    }

    private static long form(ProfileSet set) {
        return switch (set) {
            case ProfileSet.Dense dense -> WORDS;
            case ProfileSet.Sparse sparse -> ORDINALS;
        };
    }

    private static boolean checked(MemorySegment bytes, String key, long profiles) {
        CRC32C crc = new CRC32C();
        long end = bytes.byteSize() - Long.BYTES;
        crc.update(bytes.asSlice(0, end).asByteBuffer());
        return crc.getValue() == bytes.get(LONG, end)
                && Arrays.equals(MAGIC, bytes.asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE))
                && Arrays.equals(
                        HexFormat.of().parseHex(key),
                        bytes.asSlice(8, 32).toArray(ValueLayout.JAVA_BYTE))
                && bytes.get(LONG, 40) == profiles
                && bytes.get(LONG, 64) == end - HEADER;
    }

    private static Optional<ProfileSet> parsed(MemorySegment bytes, long profiles) {
        long cardinality = bytes.get(LONG, 48);
        long form = bytes.get(LONG, 56);
        long payload = bytes.get(LONG, 64);
        if (form == WORDS && payload == (long) Words.length(profiles) * Long.BYTES) {
            long[] words = new long[Words.length(profiles)];
            MemorySegment.copy(bytes, LONG, HEADER, words, 0, words.length);
            return Optional.of(new ProfileSet.Dense(words, cardinality));
        }
        if (form == ORDINALS && payload == cardinality * Integer.BYTES) {
            int[] ordinals = new int[Math.toIntExact(cardinality)];
            MemorySegment.copy(bytes, INT, HEADER, ordinals, 0, ordinals.length);
            return Optional.of(new ProfileSet.Sparse(ordinals));
        }
        return Optional.empty();
    }
}
