package io.marquetry.effect.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.chart.mark.EstimatedWidths;
import io.marquetry.effect.chart.mark.Lettering;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class LineBreaksTest {

    private static final EstimatedWidths WIDTHS = new EstimatedWidths();
    private static final Lettering TEXT = new Lettering(10, false);

    @Test
    void chineseBreaksBetweenCharactersButNotBeforePunctuation() {
        String text = "没有对照组：投放对象不是随机决定的，因此无法知道不投放会怎样。";
        for (double width = 60; width < 200; width += 7) {
            List<String> lines = lines(text, width, Locale.SIMPLIFIED_CHINESE);
            assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> fits(line, 200));
            assertThat(lines).noneMatch(line -> "，。：".indexOf(line.charAt(0)) >= 0);
            assertThat(String.join("", lines)).isEqualTo(text);
        }
    }

    @Test
    void englishBreaksBetweenWords() {
        assertThat(lines("nobody was held out by chance", 70, Locale.ENGLISH))
                .containsExactly("nobody was", "held out by", "chance");
    }

    @Test
    void keysBreakBehindUnderscores() {
        assertThat(lines("pack_spring_wake_up", 70, Locale.ENGLISH))
                .hasSizeGreaterThan(1)
                .allMatch(line -> fits(line, 70))
                .first()
                .asString()
                .endsWith("_");
    }

    @Test
    void whatHasNoPlaceToBreakIsCutAnywhere() {
        List<String> lines = lines("x".repeat(100), 50, Locale.ENGLISH);
        assertThat(lines).allMatch(line -> fits(line, 50));
        assertThat(String.join("", lines)).isEqualTo("x".repeat(100));
    }

    @Test
    void numbersStayWhole() {
        for (double width = 40; width < 160; width += 3) {
            assertThat(lines("gain [+0.4118, +1.2345] pp", width, Locale.ENGLISH))
                    .noneMatch(line -> line.endsWith("."));
        }
    }

    @Test
    void newLinesAreKept() {
        assertThat(lines("a\nb", 100, Locale.ENGLISH)).containsExactly("a", "b");
        assertThat(lines("", 100, Locale.ENGLISH)).containsExactly("");
    }

    private static List<String> lines(String text, double width, Locale language) {
        return new LineBreaks(WIDTHS, language).lines(text, width, TEXT);
    }

    private static boolean fits(String line, double width) {
        return WIDTHS.width(line, TEXT) <= width;
    }
}
