package io.marquetry.source.h2;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.type.BasicDataType;
import org.h2.value.Value;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows that H2 keeps its objects in (number, place, kind, SQL), for their statements
 * only. A row that a save was changing when it was cut short counts as it was and as it became.
 */
final class MetaRows extends BasicDataType<List<String>> {

    private static final int COLUMNS = 4;
    private static final int CURRENT = 1;
    private static final int COMMITTED = 2;

    private final ValueDataType values = new ValueDataType();

    @Override
    public void read(ByteBuffer buffer, Object storage, int length) {
        boolean versioned = buffer.get() != 0;
        for (int i = 0; i < length; i++) {
            cast(storage)[i] = versioned ? read(buffer) : List.of(statement(buffer));
        }
    }

    @Override
    public List<String> read(ByteBuffer buffer) {
        if (DataUtils.readVarLong(buffer) == 0) {
            return List.of(statement(buffer));
        }
        byte held = buffer.get();
        List<String> both = new ArrayList<>();
        if ((held & CURRENT) != 0) {
            both.add(statement(buffer));
        }
        if ((held & COMMITTED) != 0) {
            String committed = statement(buffer);
            if (!both.contains(committed)) {
                both.add(committed);
            }
        }
        return both;
    }

    private String statement(ByteBuffer buffer) {
        Value last = values.read(buffer);
        for (int i = 1; i < COLUMNS; i++) {
            last = values.read(buffer);
        }
        return String.valueOf(last.getString());
    }

    @Override
    public int getMemory(List<String> row) {
        return row.stream().mapToInt(statement -> 2 * statement.length()).sum();
    }

    @Override
    public void write(WriteBuffer buffer, List<String> row) {
        throw new UnsupportedOperationException("is only read");
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public List<String>[] createStorage(int size) {
        return new List[size];
    }
}
