package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operand;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Value;

import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.List;

/** Whole numbers compare with any value as their decimals do. */
class LongSpanTest {

    private static final List<Long> NUMBERS =
            List.of(Long.MIN_VALUE, -101L, -100L, -1L, 0L, 1L, 99L, 100L, 101L, Long.MAX_VALUE);
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "1",
                    "1.00",
                    "1.001",
                    "-1",
                    "-1.009",
                    "0.99",
                    "1E+30",
                    "-1E+30",
                    "92233720368547758.07",
                    "92233720368547758.071",
                    "-92233720368547758.08");

    @ParameterizedTest
    @EnumSource
    void holdsWhatTheComparisonHolds(Comparison comparison) {
        Operand operand =
                new Operand.OfNumber(
                        DSL.field(DSL.name("amount"), SQLDataType.NUMERIC),
                        new NumberKind.Fixed(2),
                        new DuckDialect());
        for (String text : VALUES) {
            BigDecimal value = new BigDecimal(text);
            LongSpan span = LongSpan.of(operand, comparison, new Value.Number(value)).orElseThrow();
            for (long number : NUMBERS) {
                assertThat(span.holds(number))
                        .as("%d hundredths %s %s", number, comparison, text)
                        .isEqualTo(
                                comparison.holds(BigDecimal.valueOf(number, 2).compareTo(value)));
            }
        }
    }
}
