package io.marquetry.asset;

import org.jspecify.annotations.Nullable;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How large a picture is, read from its parts without drawing any of it. The parts are walked to
 * their end, so that a cut file is found before a decoder believes what its beginning promises.
 *
 * @param width in pixels, from 1
 * @param height in pixels, from 1
 * @param frames how many pictures follow one another, from 1
 */
record PictureForm(int width, int height, int frames) {

    private static final Map<Picture.Type, byte[]> MARKS =
            Map.of(
                    Picture.Type.PNG,
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                    Picture.Type.JPEG,
                    new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                    Picture.Type.GIF,
                    new byte[] {'G', 'I', 'F', '8'});

    /** A progressive picture has about ten; each costs as much as drawing the whole. */
    private static final int MAX_SCANS = 100;

    /** Returns how many pixels are drawn for it in all. */
    long pixels() {
        return (long) width * height * frames;
    }

    /** Returns what the first bytes say it is. */
    static Optional<Picture.Type> type(byte[] bytes) {
        return MARKS.entrySet().stream()
                .filter(mark -> begins(bytes, mark.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** Walks the parts of a picture; empty where they do not lead to its end. */
    static Optional<PictureForm> of(Picture.Type type, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            PictureForm form =
                    switch (type) {
                        case PNG -> png(in, bytes);
                        case JPEG -> jpeg(in);
                        case GIF -> gif(in);
                    };
            return Optional.of(form).filter(one -> one.width > 0 && one.height > 0);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            // A length that leads behind the end, and a part where none can be.
            return Optional.empty();
        }
    }

    /** PNG (third edition): chunks of length, name, data and CRC, from IHDR to IEND. */
    private static PictureForm png(ByteBuffer in, byte[] bytes) {
        in.position(8);
        PictureForm form = new PictureForm(in.getInt(16), in.getInt(20), 1);
        boolean drawn = false;
        while (true) {
            int length = in.getInt();
            require(length >= 0 && length <= in.remaining() - 8);
            int start = in.position();
            String name = new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
            CRC32 sum = new CRC32();
            sum.update(bytes, start, 4 + length);
            require(in.getInt(start + 4 + length) == (int) sum.getValue());
            boolean first = start == 12;
            require(name.equals("IHDR") == first && (!first || length == 13));
            drawn |= name.equals("IDAT");
            if (name.equals("IEND")) {
                require(drawn);
                return form;
            }
            in.position(start + 8 + length);
        }
    }

    /** JPEG (ITU T.81, annex B): segments behind markers, from SOI to EOI. */
    private static PictureForm jpeg(ByteBuffer in) {
        in.position(2);
        @Nullable PictureForm form = null;
        int scans = 0;
        while (true) {
            int marker = marker(in);
            if (marker == 0xD9) {
                if (form == null || scans == 0) {
                    throw new IllegalArgumentException("nothing is drawn before the end");
                }
                return form;
            }
            boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
            if (alone) {
                continue;
            }
            int start = in.position();
            int length = Short.toUnsignedInt(in.getShort());
            require(length >= 2 && length <= in.remaining() + 2);
            if (beginsFrame(marker)) {
                // A second frame could be of another size than the one that was measured.
                require(form == null && length >= 8);
                form =
                        new PictureForm(
                                Short.toUnsignedInt(in.getShort(start + 5)),
                                Short.toUnsignedInt(in.getShort(start + 3)),
                                1);
            }
            in.position(start + length);
            if (marker == 0xDA) {
                require(form != null && ++scans <= MAX_SCANS);
                skipScan(in);
            }
        }
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static int marker(ByteBuffer in) {
        require(in.get() == (byte) 0xFF);
        int marker = Byte.toUnsignedInt(in.get());
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(in.get());
        }
        require(marker != 0);
        return marker;
    }

    /** Leads to the next marker that is neither a stuffed byte nor a restart. */
    private static void skipScan(ByteBuffer in) {
        while (true) {
            if (in.get() == (byte) 0xFF) {
                int next = Byte.toUnsignedInt(in.get(in.position()));
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    in.position(in.position() - 1);
                    return;
                }
            }
        }
    }

    /** GIF (version 89a): blocks behind the screen, up to the trailer. */
    private static PictureForm gif(ByteBuffer in) {
        in.order(ByteOrder.LITTLE_ENDIAN).position(6);
        int width = Short.toUnsignedInt(in.getShort());
        int height = Short.toUnsignedInt(in.getShort());
        int packed = in.get();
        in.position(in.position() + 2);
        skipColours(in, packed);
        int frames = 0;
        while (true) {
            switch (Byte.toUnsignedInt(in.get())) {
                case 0x21 -> in.get();
                case 0x2C -> {
                    int left = Short.toUnsignedInt(in.getShort());
                    int top = Short.toUnsignedInt(in.getShort());
                    width = Math.max(width, left + Short.toUnsignedInt(in.getShort()));
                    height = Math.max(height, top + Short.toUnsignedInt(in.getShort()));
                    skipColours(in, in.get());
                    in.get();
                    frames++;
                }
                case 0x3B -> {
                    require(frames > 0);
                    return new PictureForm(width, height, frames);
                }
                default -> require(false);
            }
            skipBlocks(in);
        }
    }

    private static void skipColours(ByteBuffer in, int packed) {
        if ((packed & 0x80) != 0) {
            in.position(in.position() + (3 << ((packed & 7) + 1)));
        }
    }

    private static void skipBlocks(ByteBuffer in) {
        for (int size = in.get(); size != 0; size = in.get()) {
            in.position(in.position() + Byte.toUnsignedInt((byte) size));
        }
    }

    private static void require(boolean whole) {
        if (!whole) {
            throw new IllegalArgumentException("no whole picture");
        }
    }
}
