package io.marquetry.index;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Sha256;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One tag's set in one file. Little-endian: 8 bytes {@code MQSET002}; 32 bytes key; 32 bytes
 * SHA-256 of the source's fingerprint; 8 bytes each for the time of the source's content
 * (milliseconds since 1970), profiles, cardinality, form and length of what follows; then words (8
 * bytes) or ordinals (4 bytes); last the CRC-32C (RFC 3720) of all before it, in 8 bytes.
 *
 * <p>The key is the hash of all that the set follows from: the source's content, today where the
 * rule is relative to it, and the rule. So a file of another source, day or rule is never taken for
 * this one; and a file with a flipped byte is no file at all.
 */
final class SetFile {

    private static final byte[] MAGIC = {'M', 'Q', 'S', 'E', 'T', '0', '0', '2'};
    private static final int HEADER = 112;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long WORDS = 0;
    private static final long ORDINALS = 1;

    private SetFile() {}

    /**
     * Maps the set in the file; empty where it is absent, damaged or of another key.
     *
     * @param profiles how many the source has
     */
    static Optional<ProfileSet> read(Path file, String key, Snapshot snapshot, long profiles) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER + 8 || size > HEADER + 8 + payloadOfWords(profiles)) {
                return Optional.empty();
            }
            // Unmapped when nobody refers to the set any more.
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            return checked(bytes, key, snapshot, profiles)
                    ? parsed(bytes, profiles)
                    : Optional.empty();
        } catch (IOException e) {
            // An unreadable file is as good as none: the set is asked for again.
            return Optional.empty();
        }
    }

    /**
     * Returns the bytes of a file, in memory outside the heap.
     *
     * @param words of the set
     */
    static MemorySegment bytes(String key, Snapshot snapshot, long profiles, long[] words) {
        long cardinality = Words.count(words, words.length);
        boolean sparse = ProfileSet.isSparse(cardinality, profiles);
        long payload = sparse ? cardinality * Integer.BYTES : payloadOfWords(profiles);
        long padded = (payload + 7) & ~7L;
        MemorySegment bytes = Arena.ofAuto().allocate(HEADER + padded + Long.BYTES, Long.BYTES);
        MemorySegment.copy(MAGIC, 0, bytes, ValueLayout.JAVA_BYTE, 0, 8);
        byte[] name = HexFormat.of().parseHex(key);
        MemorySegment.copy(name, 0, bytes, ValueLayout.JAVA_BYTE, 8, 32);
        MemorySegment.copy(fingerprint(snapshot), 0, bytes, ValueLayout.JAVA_BYTE, 40, 32);
        bytes.set(LONG, 72, snapshot.asOf().toEpochMilli());
        bytes.set(LONG, 80, profiles);
        bytes.set(LONG, 88, cardinality);
        bytes.set(LONG, 96, sparse ? ORDINALS : WORDS);
        bytes.set(LONG, 104, payload);
        if (sparse) {
            copyOrdinals(words, bytes.asSlice(HEADER));
        } else {
            MemorySegment.copy(words, 0, bytes, LONG, HEADER, words.length);
        }
        bytes.set(LONG, HEADER + padded, crc(bytes));
        return bytes;
    }

    /** Writes the bytes so that the file is there whole or not at all. */
    static void write(Path file, MemorySegment bytes) throws IOException {
        PrivateFiles.folder(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
        Path temporary = Files.createTempFile(file.getParent(), ".set-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = bytes.asByteBuffer();
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns the set in bytes made by {@link #bytes}. */
    static ProfileSet set(MemorySegment bytes, long profiles) {
        return parsed(bytes, profiles).orElseThrow();
    }

    private static void copyOrdinals(long[] words, MemorySegment target) {
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                target.setAtIndex(
                        ValueLayout.JAVA_INT, next++, (i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private static boolean checked(
            MemorySegment bytes, String key, Snapshot snapshot, long profiles) {
        long end = bytes.byteSize() - Long.BYTES;
        return (end & 7) == 0
                && crc(bytes) == bytes.get(LONG, end)
                && Arrays.equals(MAGIC, bytes.asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE))
                && Arrays.equals(
                        HexFormat.of().parseHex(key),
                        bytes.asSlice(8, 32).toArray(ValueLayout.JAVA_BYTE))
                && Arrays.equals(
                        fingerprint(snapshot), bytes.asSlice(40, 32).toArray(ValueLayout.JAVA_BYTE))
                && bytes.get(LONG, 80) == profiles
                && ((bytes.get(LONG, 104) + 7) & ~7L) == end - HEADER;
    }

    private static Optional<ProfileSet> parsed(MemorySegment bytes, long profiles) {
        long cardinality = bytes.get(LONG, 88);
        long form = bytes.get(LONG, 96);
        MemorySegment payload = bytes.asSlice(HEADER, bytes.get(LONG, 104));
        if (form == WORDS && payload.byteSize() == payloadOfWords(profiles)) {
            return Optional.of(new ProfileSet.Dense(payload, cardinality));
        }
        if (form == ORDINALS && payload.byteSize() == cardinality * Integer.BYTES) {
            return Optional.of(new ProfileSet.Sparse(payload, cardinality));
        }
        return Optional.empty();
    }

    private static long payloadOfWords(long profiles) {
        return (long) Words.length(profiles) * Long.BYTES;
    }

    private static byte[] fingerprint(Snapshot snapshot) {
        return HexFormat.of().parseHex(Sha256.of(snapshot.fingerprint()));
    }

    private static long crc(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.asSlice(0, bytes.byteSize() - Long.BYTES).asByteBuffer());
        return crc.getValue();
    }
}
