package io.marquetry.requirement.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

/** Numbers and periods are one word each, however they are written. */
class MeasuresTest {

    @ParameterizedTest
    @CsvSource({
        "three months, p90d",
        "in the last 90 days, p90d",
        "not in 90d, p90d",
        "last month, p30d",
        "half a year, p180d",
        "a year and 2 weeks, p365d p14d",
        "三个月没买, p90d",
        "半年内, p180d",
        "两周, p14d",
        "一年半, p545d",
        "90 天内未购买, p90d",
        "最近一个季度, p90d",
        "twenty items, n20",
        "1.5k, n1500",
        "满 150 元, n150",
        "年收入 3.5 万, p365d n35000",
        "二十件以上, n20",
        "一百五十元, n150",
        "留一成, n10",
        "ten percent, n10",
        "活动 13, n13",
        "三十五到五十四岁, n54",
        "nothing here, ''"
    })
    void numberOrPeriodIsOneWord(String text, String words) {
        assertThat(Measures.in(text))
                .containsAll(
                        Arrays.stream(words.split(" ", -1)).filter(w -> !w.isEmpty()).toList());
        if (words.isEmpty()) {
            assertThat(Measures.in(text)).isEmpty();
        }
    }
}
