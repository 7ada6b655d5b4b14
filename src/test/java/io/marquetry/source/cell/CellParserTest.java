package io.marquetry.source.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.AttributeType;
import io.marquetry.source.infer.ColumnInspection;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.infer.TypeInference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is a value of which type, and which type a column has. */
class CellParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"00123", "+5", "-0", "1e5", "1,00", "0x1F", "", "-", "5.", "1,000,00"})
    void codesAreNoNumbers(String cell) {
        assertThat(parse(AttributeType.INTEGER, cell)).isNull();
        assertThat(parse(AttributeType.DECIMAL, cell)).isNull();
    }

    @Test
    void numbersAreExact() {
        assertThat(parse(AttributeType.INTEGER, "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(parse(AttributeType.INTEGER, "9223372036854775808")).isNull();
        assertThat(parse(AttributeType.INTEGER, "-7")).isEqualTo(-7L);
        String long38 = "-123456789012345678901234567890.12345678";
        assertThat(parse(AttributeType.DECIMAL, long38)).isEqualTo(new BigDecimal(long38));
        assertThat(parse(AttributeType.DECIMAL, long38 + "9")).isNull();
        assertThat(parse(AttributeType.DECIMAL, "-0.50")).isEqualTo(new BigDecimal("-0.50"));
    }

    @ParameterizedTest
    @CsvSource({"2016-02-29", "2016/2/29", "2016年2月29日", "2016/02/29"})
    void leapDaysAreRead(String cell) {
        assertThat(parse(AttributeType.DATE, cell)).isEqualTo(LocalDate.of(2016, 2, 29));
        assertThat(parse(AttributeType.DATETIME, cell + " 23:59"))
                .isEqualTo(LocalDateTime.of(2016, 2, 29, 23, 59));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20170131",
                "31.01.2017",
                "2017-02-29",
                "2017-13-01",
                "2017-1-",
                "2017-01/01",
                "17-01-31",
                "2017年1月31",
                "2017-001-1",
                "0000-01-01"
            })
    void ambiguousOrImpossibleDaysAreNone(String cell) {
        assertThat(parse(AttributeType.DATE, cell)).isNull();
        assertThat(parse(AttributeType.DATETIME, cell)).isNull();
    }

    @Test
    void timesHaveNoZoneUnlessOneIsChosen() {
        assertThat(parse(AttributeType.DATETIME, "2017-03-12T02:30:15.123456"))
                .isEqualTo(LocalDateTime.of(2017, 3, 12, 2, 30, 15, 123_456_000));
        for (String cell :
                List.of(
                        "2017-03-12T02:30Z",
                        "2017-03-12T02:30+08:00",
                        "2017-03-12 24:00",
                        "2017-03-12T08",
                        "2017-03-12 1:3",
                        "2017-03-12 13:30 PM",
                        "2017-03-12 01:30:00.1234567890")) {
            assertThat(parse(AttributeType.DATETIME, cell)).as(cell).isNull();
        }
    }

    @Test
    void theNarrowestTypeIsFound() {
        assertThat(typeOf("1", "0", "1")).isEqualTo(AttributeType.INTEGER);
        assertThat(typeOf("yes", "No", "TRUE", "否")).isEqualTo(AttributeType.BOOLEAN);
        assertThat(typeOf("1", "2.50")).isEqualTo(AttributeType.DECIMAL);
        assertThat(typeOf("1", "99999999999999999999")).isEqualTo(AttributeType.DECIMAL);
        assertThat(typeOf("2017-01-01", "2017/1/2")).isEqualTo(AttributeType.DATE);
        assertThat(typeOf("2017-01-01", "2017-01-02 08:00")).isEqualTo(AttributeType.DATETIME);
        assertThat(typeOf("7", "00123")).isEqualTo(AttributeType.TEXT);
        assertThat(typeOf("yes", "unknown")).isEqualTo(AttributeType.TEXT);
        assertThat(typeOf("1", "yes")).isEqualTo(AttributeType.TEXT);
        assertThat(typeOf()).isEqualTo(AttributeType.TEXT);
        assertThat(typeOf("1".repeat(38), "0." + "1".repeat(30))).isEqualTo(AttributeType.TEXT);
    }

    @Test
    void markersAndBlanksDoNotCountForTheType() {
        ColumnInspection column =
                new ColumnInspection(
                        "age",
                        false,
                        ColumnReading.without(Set.of("unknown")),
                        Optional.empty(),
                        0);
        for (String cell : List.of("31", "unknown", "", "", "7.25")) {
            column.add(cell, 1, false);
        }
        InspectedColumn found = column.result(null);
        assertThat(found.type()).isEqualTo(AttributeType.DECIMAL);
        assertThat(found.numbers()).contains(NumberForm.PLAIN);
        assertThat(found.scale()).isEqualTo(2);
        assertThat(found.filled()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(3);
        assertThat(found.values()).containsExactly("31", "7.25");
    }

    @Test
    void daysAndMonthsInAnyOrderAreReadAsSaid() {
        LocalDate day = LocalDate.of(2017, 1, 31);
        assertThat(parse(AttributeType.DATE, DateOrder.DAY_FIRST, "31.1.2017")).isEqualTo(day);
        assertThat(parse(AttributeType.DATE, DateOrder.MONTH_FIRST, "01/31/2017")).isEqualTo(day);
        assertThat(parse(AttributeType.DATE, DateOrder.COMPACT, "20170131")).isEqualTo(day);
        assertThat(parse(AttributeType.DATETIME, DateOrder.DAY_FIRST, "31/1/2017 08:30"))
                .isEqualTo(day.atTime(8, 30));
        for (DateOrder order : DateOrder.values()) {
            if (!order.needsStart()) {
                assertThat(parse(AttributeType.DATE, order, order.example())).isEqualTo(day);
            }
            for (String none : List.of("", "/", "31/", "31/01", "31/01-2017", "99/99/2017", "x")) {
                assertThat(parse(AttributeType.DATE, order, none)).as(none).isNull();
            }
        }
        assertThat(parse(AttributeType.DATE, DateOrder.DAY_FIRST, "01/31/2017")).isNull();
    }

    @Test
    void orderOfDaysIsInferredWhereOnlyOneFits() {
        assertThat(typeOf("31/01/2017", "01/02/2017")).isEqualTo(AttributeType.DATE);
        assertThat(typeOf("31.01.2017 08:30")).isEqualTo(AttributeType.DATETIME);
        assertThat(typeOf("01/02/2017", "03/04/2017")).isEqualTo(AttributeType.TEXT);
        assertThat(typeOf("20170131")).isEqualTo(AttributeType.INTEGER);
    }

    private static @Nullable Object parse(AttributeType type, String cell) {
        return parse(type, DateOrder.YEAR_FIRST, cell);
    }

    private static @Nullable Object parse(AttributeType type, DateOrder order, String cell) {
        return new CellParser(type, DateForm.of(order), NumberForm.PLAIN, Optional.empty())
                .parse(cell);
    }

    private static AttributeType typeOf(String... cells) {
        TypeInference inference = new TypeInference(ColumnReading.AS_FOUND);
        for (String cell : cells) {
            inference.add(cell, 1, false);
        }
        return inference.type(null);
    }
}
