package io.marquetry.ui.common.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Locale;

class WrittenDayTest {

    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);
    private static final WrittenDay ENGLISH = new WrittenDay(Locale.ENGLISH);
    private static final WrittenDay CHINESE = new WrittenDay(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @ValueSource(strings = {"2017-06-01", "2017-6-1", "2017/6/1", "2017.06.01", " ２０１７-06-01 "})
    void isoIsReadInEveryLanguage(String text) {
        assertThat(ENGLISH.read(text)).contains(DAY);
        assertThat(CHINESE.read(text)).contains(DAY);
    }

    @Test
    void eachLanguageReadsItsOwn() {
        assertThat(ENGLISH.read("6/1/2017")).contains(DAY);
        assertThat(ENGLISH.read("Jun 1, 2017")).contains(DAY);
        assertThat(ENGLISH.read("june 1, 2017")).contains(DAY);
        assertThat(CHINESE.read("2017年6月1日")).contains(DAY);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(ENGLISH.read(ENGLISH.write(DAY))).contains(DAY);
        assertThat(CHINESE.read(CHINESE.write(DAY))).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2017-13-01",
                "2017-02-30",
                "6/31/2017",
                "17-06-01",
                "2017-06/01"
            })
    void noDayIsNone(String text) {
        assertThat(ENGLISH.read(text)).isEmpty();
        assertThat(CHINESE.read(text)).isEmpty();
    }
}
