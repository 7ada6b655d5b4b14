package io.marquetry.source.h2;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.RowDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads which classes a file wants its keys and values read by: H2 makes an object of each, of
 * whatever class the file names.
 */
final class TypeNames extends BasicDataType<Set<String>> {

    private static final String VERSIONED = VersionedValueType.Factory.class.getName();
    private static final String ROW = RowDataType.Factory.class.getName();

    @Override
    public Set<String> read(ByteBuffer buffer) {
        Set<String> names = new HashSet<>();
        add(buffer, names);
        return names;
    }

    private static void add(ByteBuffer buffer, Set<String> names) {
        String name = DataUtils.readString(buffer, DataUtils.readVarInt(buffer));
        names.add(name);
        if (name.equals(VERSIONED)) {
            add(buffer, names);
        } else if (name.equals(ROW)) {
            DataUtils.readVarInt(buffer);
            skipNumbers(buffer);
            skipNumbers(buffer);
            buffer.get();
        }
    }

    private static void skipNumbers(ByteBuffer buffer) {
        for (int left = DataUtils.readVarInt(buffer) - 1; left > 0; left--) {
            DataUtils.readVarInt(buffer);
        }
    }

    @Override
    public int getMemory(Set<String> names) {
        return names.stream().mapToInt(name -> 2 * name.length()).sum();
    }

    @Override
    public void write(WriteBuffer buffer, Set<String> names) {
        throw new UnsupportedOperationException("is only read");
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Set<String>[] createStorage(int size) {
        return new Set[size];
    }
}
