package io.marquetry.store.file;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.RowDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;

/** The classes that a file's keys and values are read by, as H2 writes them, for one of our own. */
final class ClassNames extends BasicDataType<String> {

    @Override
    public int getMemory(String name) {
        return name.length();
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
        // What was there is written back as it was read: bytes, one character each.
        if (name.startsWith("\0")) {
            for (int i = 1; i < name.length(); i++) {
                buffer.put((byte) name.charAt(i));
            }
        } else {
            buffer.putVarInt(name.length()).putStringData(name, name.length());
        }
    }

    @Override
    public String read(ByteBuffer buffer) {
        int start = buffer.position();
        skip(buffer);
        StringBuilder bytes = new StringBuilder("\0");
        for (int i = start; i < buffer.position(); i++) {
            bytes.append((char) (buffer.get(i) & 0xff));
        }
        return bytes.toString();
    }

    private static void skip(ByteBuffer buffer) {
        String name = DataUtils.readString(buffer, DataUtils.readVarInt(buffer));
        if (name.equals(VersionedValueType.Factory.class.getName())) {
            skip(buffer);
        } else if (name.equals(RowDataType.Factory.class.getName())) {
            DataUtils.readVarInt(buffer);
            for (int list = 0; list < 2; list++) {
                for (int left = DataUtils.readVarInt(buffer) - 1; left > 0; left--) {
                    DataUtils.readVarInt(buffer);
                }
            }
            buffer.get();
        }
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
