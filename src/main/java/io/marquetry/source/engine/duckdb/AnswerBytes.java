package io.marquetry.source.engine.duckdb;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.UByte;

import java.util.ArrayList;
import java.util.List;

/** The answers of eight conditions, which are never NULL, in a byte. */
final class AnswerBytes {

    /** Conditions whose answers share a byte. */
    static final int BITS = 8;

    private AnswerBytes() {}

    /** Returns as many bytes as the conditions need. */
    static List<Field<UByte>> of(List<Condition> conditions) {
        List<Field<UByte>> bytes = new ArrayList<>();
        for (int from = 0; from < conditions.size(); from += BITS) {
            bytes.add(eight(conditions.subList(from, Math.min(conditions.size(), from + BITS))));
        }
        return bytes;
    }

    private static Field<UByte> eight(List<Condition> conditions) {
        Field<UByte> eight = bit(conditions.getFirst(), 0);
        for (int i = 1; i < conditions.size(); i++) {
            eight = eight.bitOr(bit(conditions.get(i), i));
        }
        return eight;
    }

    // A multiplication of bytes costs less than a shift or a case; see docs/adr.
    private static Field<UByte> bit(Condition condition, int position) {
        Field<UByte> bit = DSL.field(condition).cast(SQLDataType.TINYINTUNSIGNED);
        Field<UByte> weight = DSL.inline(1 << position).cast(SQLDataType.TINYINTUNSIGNED);
        return position == 0 ? bit : bit.mul(weight);
    }
}
