package io.marquetry.store.save;

import io.marquetry.base.Sha256;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The seal of a row: SHA-256 over its table and all its other columns. Columns without a value are
 * left out, so a column that a later migration adds breaks no seal.
 */
public final class RowSeal {

    private static final String COLUMN = "SEAL";

    private RowSeal() {}

    /** Returns the column that holds the seal. */
    public static Field<String> column(Table<?> table) {
        return table.field(COLUMN, String.class);
    }

    /** Computes the seal of a row. */
    public static String of(TableRecord<?> row) {
        return new OfTable(row.getTable(), row.fields()).of(row);
    }

    /** Computes seals of many rows of one table; what they have in common is made once. */
    public static final class OfTable {

        private final MessageDigest digest = Sha256.digest();
        private final byte[] table;
        private final List<byte[]> names = new ArrayList<>();

        /**
         * Makes it for rows that have just these columns: older files may lack some of the table's.
         */
        public OfTable(Table<?> table, Field<?>[] fields) {
            this.table = counted(table.getName());
            for (Field<?> field : fields) {
                names.add(field.getName().equals(COLUMN) ? new byte[0] : counted(field.getName()));
            }
        }

        public String of(TableRecord<?> row) {
            digest.update(table);
            for (int i = 0; i < names.size(); i++) {
                @Nullable Object value = row.get(i);
                if (value != null && names.get(i).length > 0) {
                    digest.update(names.get(i));
                    digest.update(counted(text(value)));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** Seals a row. */
    public static void put(TableRecord<?> row) {
        row.set(column(row.getTable()), of(row));
    }

    /** Returns whether the row is as it was sealed. */
    public static boolean holds(TableRecord<?> row) {
        return of(row).equals(row.get(column(row.getTable())));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    // The length first, so that no two rows give the same bytes.
    private static byte[] counted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] count = (bytes.length + ":").getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(count, count.length + bytes.length);
        System.arraycopy(bytes, 0, both, count.length, bytes.length);
        return both;
    }
}
