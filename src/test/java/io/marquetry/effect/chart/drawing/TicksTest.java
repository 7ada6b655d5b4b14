package io.marquetry.effect.chart.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 6",
        "0, 0, 5",
        "-0.031, 0.0832, 7",
        "1e-9, 2e-9, 5",
        "-1e12, 3e12, 4",
        "99.5, 100.5, 2",
        "5, 5, 7"
    })
    void ticksAreRoundAscendAndCover(double low, double high, int most) {
        Ticks ticks = Ticks.around(low, high, most);
        assertThat(ticks.values()).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, most + 2);
        assertThat(ticks.low()).isLessThanOrEqualTo(low + 1e-9 * Math.abs(low));
        assertThat(ticks.high()).isGreaterThanOrEqualTo(high - 1e-9 * Math.abs(high));
    }

    @Test
    void stepsAreOneTwoOrFive() {
        assertThat(Ticks.around(0, 10, 6).values()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(Ticks.around(0, 0.5, 6).values()).contains(0.1, 0.2, 0.4, 0.5);
        assertThat(Ticks.around(0, 0.5, 6).digits()).isEqualTo(1);
        assertThat(Ticks.around(0, 4000, 5).digits()).isZero();
    }
}
