package io.marquetry.handoff.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP files as no honest program does: names twice, links, anything as a name. */
final class HostileZip {

    /** The mode of a symbolic link, as Unix writes it into the upper half of the attributes. */
    private static final int LINK = 0xA1FF << 16;

    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /** Adds a file, compressed. */
    HostileZip add(String name, byte[] content) throws IOException {
        return add(name, content, 0);
    }

    /** Adds a link. */
    HostileZip link(String name, String target) throws IOException {
        return add(name, target.getBytes(UTF_8), LINK);
    }

    /** Returns a bundle's worth of equal files with nothing in them but zeros. */
    static byte[] many(int files, int size) throws IOException {
        HostileZip zip = new HostileZip();
        byte[] content = new byte[size];
        for (int i = 0; i < files; i++) {
            zip.add("a" + i + ".json", content);
        }
        return zip.bytes();
    }

    private HostileZip add(String name, byte[] content, int attributes) throws IOException {
        byte[] named = name.getBytes(UTF_8);
        byte[] packed = packed(content);
        CRC32 sum = new CRC32();
        sum.update(content);
        int offset = files.size();
        ByteBuffer common = little(26);
        common.putShort((short) 20).putShort((short) 0x800).putShort((short) 8).putInt(0);
        common.putInt((int) sum.getValue()).putInt(packed.length).putInt(content.length);
        common.putShort((short) named.length).putShort((short) 0);
        files.write(filled(little(4).putInt(0x04034B50)));
        files.write(filled(common));
        files.write(named);
        files.write(packed);
        directory.write(filled(little(6).putInt(0x02014B50).putShort((short) 0x31E)));
        directory.write(filled(common));
        ByteBuffer rest = little(14);
        rest.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        directory.write(filled(rest.putInt(attributes).putInt(offset)));
        directory.write(named);
        count++;
        return this;
    }

    /** Returns the file. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.writeTo(all);
        directory.writeTo(all);
        ByteBuffer end = little(22).putInt(0x06054B50).putInt(0);
        end.putShort((short) count).putShort((short) count);
        end.putInt(directory.size()).putInt(files.size()).putShort((short) 0);
        all.write(filled(end));
        return all.toByteArray();
    }

    private static byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] filled(ByteBuffer buffer) {
        ByteBuffer read = buffer.duplicate().flip();
        byte[] all = new byte[read.remaining()];
        read.get(all);
        return all;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
