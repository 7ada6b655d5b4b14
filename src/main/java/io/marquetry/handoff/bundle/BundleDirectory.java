package io.marquetry.handoff.bundle;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What the directory at the end of a ZIP file says (APPNOTE.TXT 6.3.10 of PKWARE, 4.3.12 and
 * 4.3.16). The files themselves are read from the front: where both tell one thing, there is only
 * one way to read the file.
 */
final class BundleDirectory {

    private static final int END_MARK = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int FILE_MARK = 0x02014B50;
    private static final int FILE_SIZE = 46;

    /** The kinds of files in the upper half of the attributes, as Unix writes them. */
    private static final int KIND = 0xF000;

    private static final int REGULAR = 0x8000;

    /** No honest directory of ten thousand names is larger. */
    private static final int MAX_SIZE = 8 << 20;

    private BundleDirectory() {}

    /**
     * One file inside.
     *
     * @param packed its bytes as they are stored
     * @param regular whether it is a file, not a link or a device
     */
    record Listed(String name, long packed, boolean regular) {}

    /**
     * Reads the directory.
     *
     * @throws IOException if the file does not end with one that is whole
     */
    static List<Listed> read(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer end = read(in, in.length() - END_SIZE, END_SIZE);
            require(end.getInt(0) == END_MARK);
            int count = Short.toUnsignedInt(end.getShort(10));
            long size = Integer.toUnsignedLong(end.getInt(12));
            long start = Integer.toUnsignedLong(end.getInt(16));
            require(size <= MAX_SIZE && start + size == in.length() - END_SIZE);
            ByteBuffer directory = read(in, start, (int) size);
            List<Listed> listed = new ArrayList<>();
            while (listed.size() < count) {
                listed.add(next(directory));
            }
            require(!directory.hasRemaining());
            return listed;
        }
    }

    private static Listed next(ByteBuffer directory) throws IOException {
        int at = directory.position();
        require(directory.remaining() >= FILE_SIZE && directory.getInt(at) == FILE_MARK);
        int length = Short.toUnsignedInt(directory.getShort(at + 28));
        int after =
                Short.toUnsignedInt(directory.getShort(at + 30))
                        + Short.toUnsignedInt(directory.getShort(at + 32));
        require(directory.remaining() >= FILE_SIZE + length + after);
        byte[] name = new byte[length];
        directory.get(at + FILE_SIZE, name);
        int kind = (directory.getInt(at + 38) >>> 16) & KIND;
        directory.position(at + FILE_SIZE + length + after);
        return new Listed(
                new String(name, StandardCharsets.UTF_8),
                Integer.toUnsignedLong(directory.getInt(at + 20)),
                kind == 0 || kind == REGULAR);
    }

    private static ByteBuffer read(RandomAccessFile in, long from, int size) throws IOException {
        require(from >= 0);
        byte[] bytes = new byte[size];
        in.seek(from);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void require(boolean whole) throws ZipException {
        if (!whole) {
            throw new ZipException("no whole directory at the end");
        }
    }
}
