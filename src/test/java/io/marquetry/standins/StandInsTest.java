package io.marquetry.standins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** The stand-ins are written as the originals are, and the same each time. */
class StandInsTest {

    @TempDir private Path folder;

    @Test
    void mailTestIsWrittenAsTheOriginal() throws IOException {
        String text = Files.readString(HillstromTrial.writeTo(folder));

        assertThat(text)
                .startsWith("recency,history_segment,history,mens,womens,zip_code,newbie,channel,")
                .contains(",\"6) $750 - $1,000\",", ",Surburban,", "\r\n")
                .doesNotEndWith("\n");
        assertThat(text.split("\r\n")).hasSize(64_001);
        assertThat(Files.readString(HillstromTrial.writeTo(folder))).isEqualTo(text);
    }

    @Test
    void callsAreWrittenAsTheOriginal() throws IOException {
        String text = Files.readString(BankCalls.writeTo(folder));

        assertThat(text)
                .startsWith("\"age\";\"job\";\"marital\"")
                .contains(";\"unknown\";", ";-1;0;\"unknown\";")
                .endsWith("\n");
        assertThat(text.lines()).hasSize(4_522);
        assertThat(Files.readString(BankCalls.writeTo(folder))).isEqualTo(text);
    }

    @Test
    void paymentsHaveTheirSumAndTheirSquares() {
        for (long seed = 0; seed < 50; seed++) {
            long[] payments = Payments.of(40, 398_333, 7_642_781_433L, new Random(seed));
            assertThat(Arrays.stream(payments).sum()).isEqualTo(398_333);
            assertThat(Arrays.stream(payments).map(p -> p * p).sum()).isEqualTo(7_642_781_433L);
            assertThat(Arrays.stream(payments)).allMatch(p -> p >= 29_99 && p <= 499_00);
        }
    }
}
