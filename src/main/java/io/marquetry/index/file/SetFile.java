package io.marquetry.index.file;

import io.marquetry.base.PrivateFiles;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Packing;
import io.marquetry.index.sets.ProfileSet;

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
 * One tag's set in one file. Little-endian: 8 bytes {@code MQSET004}; 32 bytes key; 32 bytes hash
 * of the source's content and the order of its profiles; 8 bytes each for the time of the source's
 * content (milliseconds since 1970), profiles, cardinality, stored chunks and exceptions; zeros up
 * to 128 bytes; then the bytes of a {@link ProfileSet}; last the CRC-32C (RFC 3720) of all before
 * it, in 8 bytes.
 *
 * <p>The key is the hash of all that the set follows from: the source's content, today where the
 * rule is relative to it, and the rule. So a file of another source, order, day or rule is never
 * taken for this one; and a file with a flipped byte is no file at all.
 */
final class SetFile {

    private static final byte[] MAGIC = {'M', 'Q', 'S', 'E', 'T', '0', '0', '4'};
    private static final int HEADER = 128;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SetFile() {}

    /** Maps the set in the file; empty where it is absent, damaged or of another key. */
    static Optional<ProfileSet> read(Path file, String key, Content content) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER + 8 || size > Integer.MAX_VALUE || (size & 7) != 0) {
                return Optional.empty();
            }
            // Unmapped when nobody refers to the set any more.
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            return checked(bytes, key, content)
                    ? Optional.of(set(bytes, content))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // An unreadable file, or one that lies, is as good as none: the set is asked for again.
            return Optional.empty();
        }
    }

    /**
     * Returns the bytes of a file, in memory outside the heap.
     *
     * @param words of the set, in the order of the content
     */
    static MemorySegment bytes(String key, Content content, long[] words) {
        ProfileSet.Form form = Packing.form(words, content.profiles());
        MemorySegment bytes =
                Arena.ofAuto().allocate(HEADER + form.bytes() + Long.BYTES, Long.BYTES);
        MemorySegment.copy(MAGIC, 0, bytes, ValueLayout.JAVA_BYTE, 0, 8);
        MemorySegment.copy(parse(key), 0, bytes, ValueLayout.JAVA_BYTE, 8, 32);
        MemorySegment.copy(parse(content.hash()), 0, bytes, ValueLayout.JAVA_BYTE, 40, 32);
        bytes.set(LONG, 72, content.snapshot().asOf().toEpochMilli());
        bytes.set(LONG, 80, content.profiles());
        bytes.set(LONG, 88, form.cardinality());
        bytes.set(LONG, 96, form.chunks());
        bytes.set(LONG, 104, form.exceptions());
        Packing.write(bytes.asSlice(HEADER), form, words, content.profiles());
        bytes.set(LONG, bytes.byteSize() - Long.BYTES, crc(bytes));
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
    static ProfileSet set(MemorySegment bytes, Content content) {
        return ProfileSet.in(bytes.asSlice(HEADER), form(bytes, content));
    }

    /** Returns the CRC-32C of all but the last eight bytes. */
    static long crc(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.asSlice(0, bytes.byteSize() - Long.BYTES).asByteBuffer());
        return crc.getValue();
    }

    private static boolean checked(MemorySegment bytes, String key, Content content) {
        long end = bytes.byteSize() - Long.BYTES;
        return crc(bytes) == bytes.get(LONG, end)
                && Arrays.equals(MAGIC, bytes.asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE))
                && Arrays.equals(parse(key), bytes.asSlice(8, 32).toArray(ValueLayout.JAVA_BYTE))
                && Arrays.equals(
                        parse(content.hash()), bytes.asSlice(40, 32).toArray(ValueLayout.JAVA_BYTE))
                && bytes.get(LONG, 80) == content.profiles()
                && form(bytes, content).bytes() == end - HEADER;
    }

    private static ProfileSet.Form form(MemorySegment bytes, Content content) {
        return new ProfileSet.Form(
                Block.blocks(content.profiles()),
                (int) bytes.get(LONG, 96),
                (int) bytes.get(LONG, 104),
                bytes.get(LONG, 88));
    }

    private static byte[] parse(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
