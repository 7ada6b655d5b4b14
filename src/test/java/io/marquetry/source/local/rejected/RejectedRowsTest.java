package io.marquetry.source.local.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Importing;
import io.marquetry.source.local.TableResult;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows that do not fit are set aside with line and reason; all others are taken. */
class RejectedRowsTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @TempDir private Path folder;

    @Test
    void eachRowIsAcceptedOrRejectedWithItsReason() throws IOException {
        Path file =
                write(
                        "id,age,spend,born,seen,happy",
                        "a,31,1.25,1990-01-01,2020-01-01 08:00,yes",
                        "b,32,2.50,1990-01-01,2020-01-01 08:00,no,,x",
                        "c,33,3,1990-01-01,2020-01-01 08:00,yes,more",
                        "a,34,3,1990-01-01,2020-01-01 08:00,no",
                        ",35,3,1990-01-01,2020-01-01 08:00,no",
                        "d,old,3,1990-01-01,2020-01-01 08:00,no",
                        "e,36,3.125,1990-01-01,2020-01-01 08:00,no",
                        "f,37,3,1990-02-30,2020-01-01 08:00,no",
                        "g,38,3,1990-01-01,8 o'clock,no",
                        "h,39,3,1990-01-01,2020-01-01 08:00,perhaps",
                        "i,40,lots,1990-01-01,2020-01-01 08:00,no",
                        "",
                        "j,,,,,");
        Importing importing = new Importing(folder);
        List<ImportColumn> columns =
                List.of(
                        ImportColumn.of("id", AttributeType.TEXT),
                        ImportColumn.of("age", AttributeType.INTEGER),
                        ImportColumn.decimal("spend", 2),
                        ImportColumn.of("born", AttributeType.DATE),
                        ImportColumn.of("seen", AttributeType.DATETIME),
                        ImportColumn.of("happy", AttributeType.BOOLEAN));
        ImportPlan plan = importing.plan(file, Optional.of("id")).withColumns(columns);

        try (ImportResult result = importing.run(plan)) {
            assertThat(result.profiles()).isEqualTo(new TableResult("rows.csv", 12, 2));
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(2);
            assertThat(result.rejected().count()).isEqualTo(10);
            assertThat(result.rejected().first(100))
                    .extracting(row -> row.line() + " " + ENGLISH.sentence(row.reason()))
                    .containsExactly(
                            "3 The row has 8 values, but there are 6 columns.",
                            "4 The row has 7 values, but there are 6 columns.",
                            "5 The key “a” stands on line 2 already.",
                            "6 The key column “id” has no value.",
                            "7 Column “age”: “old” is no whole number. Accepted are 42 and -7, without leading zeros.",
                            "8 Column “spend”: “3.125” does not fit; it keeps 36 digits before the point and 2 after it.",
                            "9 Column “born”: “1990-02-30” is no date. Accepted are: 2017-01-31, 2017/1/31, 2017年1月31日.",
                            "10 Column “seen”: “8 o'clock” is no time. Accepted are 2017-01-31 8:30, 2017-01-31 8:30 PM, 2017-01-31T08:30:15.5 and a date alone.",
                            "11 Column “happy”: “perhaps” is neither true nor false. Accepted are true, false, yes, no, 是 and 否.",
                            "12 Column “spend”: “lots” is no number. Accepted are 42, -7 and 1,234.50, of at most 38 digits.");
        }
        assertThat(importing.files()).hasSize(1).allMatch(name -> name.endsWith(".mv.db"));
    }

    @Test
    void aTenMegabyteValueCostsOnlyItsRow() throws IOException {
        Path file = write("id,name", "1,a", "2,\"" + "x\n".repeat(5 << 20) + "\"", "3,c");
        Importing importing = new Importing(folder);
        try (ImportResult result = importing.run(file, Optional.of("id"))) {
            assertThat(result.profiles()).isEqualTo(new TableResult("rows.csv", 3, 2));
            assertThat(result.rejected().first(9))
                    .extracting(row -> row.line() + " " + ENGLISH.sentence(row.reason()))
                    .containsExactly(
                            "3 The value in column 2 has 10,485,760 characters; at most 100,000 are possible.");
        }
    }

    @Test
    void theLongestPossibleValueIsKept() throws IOException {
        Path file = write("id,name", "1," + "文".repeat(100_000));
        try (ImportResult result = new Importing(folder).run(file, Optional.empty())) {
            assertThat(result.profiles().accepted()).isEqualTo(1);
        }
    }

    @Test
    void whereNoRowFitsNothingIsKeptButTheReasons() throws IOException {
        Path file = write("id,name", "1,a,b", "2,a,b");
        Importing importing = new Importing(folder);
        try (ImportResult result = importing.run(file, Optional.empty())) {
            assertThat(result.source()).isEmpty();
            assertThat(result.rejected().first(9))
                    .extracting(RejectedRow::line)
                    .containsExactly(2L, 3L);
        }
        assertThat(importing.sources().list()).isEmpty();
        assertThat(importing.files()).isEmpty();
    }

    @Test
    void savedRowsAreNoFormulas() throws IOException {
        Path file =
                write(
                        "id,name",
                        "1,a",
                        "=cmd|' /C calc'!A0,b,c",
                        "@x,\"q,\"\"r\",z",
                        "-1,c,d",
                        "4,d");
        Path saved = folder.resolve("rejected.csv");
        try (ImportResult result = new Importing(folder).run(file, Optional.empty())) {
            result.rejected().saveTo(saved, ENGLISH);
        }
        assertThat(Files.readString(saved))
                .isEqualTo(
                        "\uFEFFfile,line,reason,row\r\n"
                                + "rows.csv,3,\"The row has 3 values, but there are 2 columns.\",\"'=cmd|' /C calc'!A0,b,c\"\r\n"
                                + "rows.csv,4,\"The row has 3 values, but there are 2 columns.\",\"'@x,\"\"q,\"\"\"\"r\"\",z\"\r\n"
                                + "rows.csv,5,\"The row has 3 values, but there are 2 columns.\",\"'-1,c,d\"\r\n");
    }

    @Test
    void manyRejectedRowsAreAllListed() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i % 2 == 0 ? "same,x\n" : i + ",y\n");
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        try (ImportResult result = new Importing(folder).run(file, Optional.of("id"))) {
            assertThat(result.profiles()).isEqualTo(new TableResult("rows.csv", 20_000, 10_001));
            int[] told = new int[1];
            result.rejected()
                    .forEach(row -> told[0] += row.reason().args().get(1).equals(2L) ? 1 : 0);
            assertThat(told[0]).isEqualTo(9_999);
        }
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), String.join("\n", lines));
    }
}
