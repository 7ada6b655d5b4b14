package io.marquetry.store.rows;

import io.marquetry.base.Sha256;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

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
        MessageDigest digest = Sha256.digest();
        add(digest, row.getTable().getName());
        for (Field<?> field : row.fields()) {
            @Nullable Object value = row.get(field);
            if (value != null && !field.getName().equals(COLUMN)) {
                add(digest, field.getName());
                add(digest, text(value));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
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
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
