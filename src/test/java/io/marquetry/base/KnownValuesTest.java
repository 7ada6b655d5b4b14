package io.marquetry.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class KnownValuesTest {

    private final Texts english = Texts.in(Locale.ENGLISH);
    private final Texts chinese = Texts.in(Locale.SIMPLIFIED_CHINESE);

    @Test
    void whatEverybodyKnowsIsSaidInTheLanguageOfTheReader() {
        assertThat(chinese.known("held out")).isEqualTo("留出");
        assertThat(english.known("留出")).isEqualTo("held out");
        assertThat(chinese.known("2017-07 (invented)")).isEqualTo("2017-07（虚构）");
    }

    @Test
    void whatIsKnownInPartOnlyStaysAsItStands() {
        assertThat(chinese.known("held out twice")).isEqualTo("held out twice");
        assertThat(chinese.known("Held Out")).isEqualTo("Held Out");
    }

    @Test
    void noBlankStandsBetweenTwoChineseCharacters() {
        assertThat(chinese.get("chart.pair", "已发送", "留出")).doesNotContain(" ");
        assertThat(chinese.get("chart.pair", "Mail", "留出")).startsWith("Mail ");
        assertThat(english.get("chart.pair", "已发送", "留出")).contains(" ");
    }

    @Test
    void namesAreListedAsTheLanguageDoes() {
        assertThat(english.listed(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(chinese.listed(List.of("a", "b"))).isEqualTo("a、b");
    }
}
