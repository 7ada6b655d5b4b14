package io.marquetry.source.engine.duckdb;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a row as one text: each text that leaves the database costs more than what stands in
 * it. In front stands how many characters each has, {@code 2:3::abcde}, so that any text may
 * follow; nothing before a colon is a text that is not there. For one thread.
 */
final class PackedTexts {

    private static final char END = ':';

    private final List<Field<String>> columns;
    private final @Nullable String[] texts;
    private final int[] lengths;

    PackedTexts(List<Field<String>> columns) {
        this.columns = List.copyOf(columns);
        this.texts = new String[columns.size()];
        this.lengths = new int[columns.size()];
    }

    /** Returns what to ask the database for. */
    Field<String> field() {
        List<Field<?>> parts = new ArrayList<>();
        for (Field<String> column : columns) {
            Field<String> length = DSL.length(column).cast(SQLDataType.VARCHAR);
            parts.add(DSL.coalesce(length, DSL.inline("")));
            parts.add(DSL.inline(String.valueOf(END)));
        }
        columns.forEach(column -> parts.add(DSL.coalesce(column, DSL.inline(""))));
        return DSL.concat(parts.toArray(Field<?>[]::new));
    }

    /** Returns the texts of one row; the array is used again for the next. */
    @Nullable String[] unpack(String packed) {
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            int length = packed.charAt(at) == END ? -1 : 0;
            for (char c = packed.charAt(at); c != END; c = packed.charAt(at)) {
                length = 10 * length + c - '0';
                at++;
            }
            lengths[i] = length;
            at++;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 0) {
                texts[i] = null;
            } else {
                // The database counts a character beyond U+FFFF once.
                int end = packed.offsetByCodePoints(at, lengths[i]);
                texts[i] = text(texts[i], packed, at, end);
                at = end;
            }
        }
        return texts;
    }

    /** Neighbours often say the same: then it stays one text. */
    private static String text(@Nullable String before, String packed, int from, int to) {
        return before != null && before.length() == to - from && packed.startsWith(before, from)
                ? before
                : packed.substring(from, to);
    }
}
