package io.marquetry.index.file;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.Sha256;
import io.marquetry.index.order.Order;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order in a file. Little-endian: 8 bytes {@code MQORDER2}; 32 bytes each for what names it and
 * for the SHA-256 of the source's fingerprint; 8 bytes each for profiles, classes and the sets that
 * it follows from; the names of those, 32 bytes each; the class of each profile, 2 bytes each, if
 * there is more than one; zeros up to a multiple of eight bytes; last the CRC-32C of all before it,
 * in 8 bytes.
 */
public final class OrderFile {

    private static final byte[] MAGIC = {'M', 'Q', 'O', 'R', 'D', 'E', 'R', '2'};
    private static final int HEADER = 96;
    private static final int NAME = 32;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private OrderFile() {}

    /** Maps the order in the file; empty where it is absent, damaged or of another state. */
    static Optional<Order> read(Path file, Snapshot snapshot, long profiles) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER + 8 || size > Integer.MAX_VALUE || (size & 7) != 0) {
                return Optional.empty();
            }
            // Unmapped when nobody refers to the order any more.
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            return checked(bytes, snapshot, profiles)
                    ? Optional.of(parsed(bytes, profiles))
                    : Optional.empty();
        } catch (IOException e) {
            // An unreadable file is as good as none: the sets are made again.
            return Optional.empty();
        }
    }

    /** Writes the order so that the file is there whole or not at all. */
    static void write(Path file, Order order, Snapshot snapshot) throws IOException {
        List<String> seen = order.seen().stream().sorted().toList();
        long numbers = HEADER + (long) NAME * seen.size();
        long end = numbers + ((order.numbers().byteSize() + 7) & ~7L);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(end + Long.BYTES, Long.BYTES);
            put(bytes, 0, MAGIC);
            put(bytes, 8, HexFormat.of().parseHex(order.id()));
            put(bytes, 40, state(snapshot));
            bytes.set(LONG, 72, order.profiles());
            bytes.set(LONG, 80, order.classes());
            bytes.set(LONG, 88, seen.size());
            for (int i = 0; i < seen.size(); i++) {
                put(bytes, HEADER + (long) i * NAME, HexFormat.of().parseHex(seen.get(i)));
            }
            MemorySegment.copy(order.numbers(), 0, bytes, numbers, order.numbers().byteSize());
            bytes.set(LONG, end, SetFile.crc(bytes));
            SetFile.write(file, bytes);
        }
    }

    private static boolean checked(MemorySegment bytes, Snapshot snapshot, long profiles) {
        long end = bytes.byteSize() - Long.BYTES;
        long classes = bytes.get(LONG, 80);
        long seen = bytes.get(LONG, 88);
        return SetFile.crc(bytes) == bytes.get(LONG, end)
                && Arrays.equals(MAGIC, bytes(bytes, 0, MAGIC.length))
                && Arrays.equals(state(snapshot), bytes(bytes, 40, NAME))
                && bytes.get(LONG, 72) == profiles
                && classes >= 1
                && classes <= Order.MOST_CLASSES
                && seen >= 0
                && seen <= end / NAME
                && HEADER + NAME * seen + ((numberBytes(classes, profiles) + 7) & ~7L) == end;
    }

    private static Order parsed(MemorySegment bytes, long profiles) {
        int classes = (int) bytes.get(LONG, 80);
        long count = bytes.get(LONG, 88);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            seen.add(HexFormat.of().formatHex(bytes(bytes, HEADER + (long) i * NAME, NAME)));
        }
        MemorySegment numbers =
                bytes.asSlice(HEADER + NAME * count, numberBytes(classes, profiles));
        String id = HexFormat.of().formatHex(bytes(bytes, 8, NAME));
        return new Order(id, profiles, classes, numbers, seen);
    }

    private static long numberBytes(long classes, long profiles) {
        return classes == 1 ? 0 : profiles * Character.BYTES;
    }

    private static byte[] state(Snapshot snapshot) {
        return HexFormat.of().parseHex(Sha256.of(snapshot.fingerprint()));
    }

    private static void put(MemorySegment target, long at, byte[] bytes) {
        MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, at, bytes.length);
    }

    private static byte[] bytes(MemorySegment from, long at, int length) {
        return from.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    }
}
