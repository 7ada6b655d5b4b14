package io.marquetry.dispatch.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One unit of SMPP 3.4: a head of four numbers and a body. Says nothing of its body: numbers and
 * texts of people stand in no log.
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never changed.
record Pdu(int command, int status, int sequence, byte[] body) {

    static final int BIND_TRANSCEIVER = 0x09;
    static final int SUBMIT = 0x04;
    static final int DELIVER = 0x05;
    static final int UNBIND = 0x06;
    static final int NACK = 0x8000_0000;

    private static final int HEAD = 16;
    private static final int LARGEST = 1 << 16;

    /** Returns the answer to this one. */
    Pdu answer(byte[] what) {
        return answer(0, what);
    }

    Pdu answer(int status, byte[] what) {
        return new Pdu(command | NACK, status, sequence, what);
    }

    boolean isAnswer() {
        return command < 0;
    }

    /** Reads the next one. */
    static Pdu read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEAD || length > LARGEST) {
            throw new IOException("not SMPP");
        }
        int command = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        return new Pdu(command, status, sequence, in.readNBytes(length - HEAD));
    }

    void write(DataOutputStream out) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(HEAD + body.length);
        all.putInt(HEAD + body.length).putInt(command).putInt(status).putInt(sequence).put(body);
        out.write(all.array());
        out.flush();
    }

    /** Returns the text that a body begins with, up to its zero. */
    String firstText() {
        return new Reader(body).text();
    }

    @Override
    public String toString() {
        return "Pdu[%x %x %d]".formatted(command, status, sequence);
    }

    /** Writes a body. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            out.write(0);
            return this;
        }

        Writer bytes(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Writer bytes(byte[] values) {
            out.writeBytes(values);
            return this;
        }

        byte[] done() {
            return out.toByteArray();
        }
    }

    /** Reads a body; what is not there is empty, or zero. */
    static final class Reader {
        private final ByteBuffer in;

        Reader(byte[] body) {
            this.in = ByteBuffer.wrap(body);
        }

        String text() {
            int from = in.position();
            while (in.hasRemaining() && in.get(in.position()) != 0) {
                in.get();
            }
            String text =
                    new String(in.array(), from, in.position() - from, StandardCharsets.ISO_8859_1);
            number();
            return text;
        }

        int number() {
            return in.hasRemaining() ? in.get() & 0xff : 0;
        }

        byte[] bytes(int many) {
            byte[] some = new byte[Math.min(many, in.remaining())];
            in.get(some);
            return some;
        }

        /** Returns the value of an optional parameter; empty where there is none of the tag. */
        byte[] parameter(int tag) {
            while (in.remaining() >= 4) {
                int found = in.getShort() & 0xffff;
                byte[] value = bytes(in.getShort() & 0xffff);
                if (found == tag) {
                    return value;
                }
            }
            return new byte[0];
        }
    }
}
