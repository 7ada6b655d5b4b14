package io.marquetry.source.query;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What has to be said differently to the engines so that they mean the same. */
enum EngineWords {
    H2 {
        @Override
        Condition compareInOrder(Field<String> field, Comparison comparison, Field<String> text) {
            // Bytes of UTF-8 are in code point order; H2 compares UTF-16 units.
            return Operand.compared(
                    field.cast(SQLDataType.VARBINARY),
                    comparison,
                    text.cast(SQLDataType.VARBINARY));
        }

        @Override
        Condition has(Field<String> field, TagRule.Part part, String text) {
            // Not LIKE where it can be avoided: H2 compiles a bound pattern again for each row.
            return switch (part) {
                case CONTAINS -> DSL.position(field, text).gt(0);
                case STARTS_WITH -> DSL.position(field, text).eq(1);
                case ENDS_WITH -> field.like("%" + DSL.escape(text, '!'), '!');
            };
        }

        @Override
        LocalDateTime kept(LocalDateTime moment) {
            return moment;
        }
    },
    DUCKDB {
        @Override
        Condition compareInOrder(Field<String> field, Comparison comparison, Field<String> text) {
            // DuckDB compares bytes of UTF-8.
            return Operand.compared(field, comparison, text);
        }

        @Override
        Condition has(Field<String> field, TagRule.Part part, String text) {
            return switch (part) {
                case CONTAINS -> says("contains", field, text);
                case STARTS_WITH -> says("starts_with", field, text);
                case ENDS_WITH -> says("ends_with", field, text);
            };
        }

        @Override
        LocalDateTime kept(LocalDateTime moment) {
            return moment.truncatedTo(ChronoUnit.MICROS);
        }
    };

    /** Returns the condition that a text compares so with another, by code points. */
    abstract Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text);

    /** Returns the condition that a text has a part. */
    abstract Condition has(Field<String> field, TagRule.Part part, String text);

    /** Returns the last moment that the engine can keep and that is not after the moment. */
    abstract LocalDateTime kept(LocalDateTime moment);

    private static Condition says(String function, Field<String> field, String text) {
        return DSL.condition(
                DSL.function(DSL.name(function), SQLDataType.BOOLEAN, field, DSL.val(text)));
    }
}
