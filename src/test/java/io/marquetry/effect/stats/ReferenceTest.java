package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Our statistics against those of others: {@code stats/reference.csv} holds what statsmodels 0.13.5
 * and SciPy 1.10.1 answer, all extremes included.
 */
class ReferenceTest {

    static List<String> cases() throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("/stats/reference.csv")) {
            List<String> cases =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(30);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourAnswerIsTheirs(String line) {
        String[] cells = line.split(",", -1);
        double[] x = new double[cells.length];
        for (int i = 1; i < cells.length; i++) {
            x[i] = Double.parseDouble(cells[i]);
        }
        switch (cells[0]) {
            case "wilson" -> wilson(x, Level.OF_95);
            case "wilson99" -> wilson(x, new Level(0.99));
            case "wald" -> wald(x);
            case "newcombe" -> newcombe(x);
            case "student" -> student(x);
            case "welch" -> welch(x);
            default -> throw new AssertionError(line);
        }
    }

    private static void wilson(double[] x, Level level) {
        Estimate.Known known =
                (Estimate.Known) Shares.wilson(new Share((long) x[1], (long) x[2]), level);
        same(known.interval(), x[3], x[4]);
    }

    private static void wald(double[] x) {
        Difference.Measured found =
                (Difference.Measured) Shares.wald(share(x, 1), share(x, 3), Level.OF_95);
        assertThat(found.value()).isEqualTo(x[5], within(1e-12));
        same(found.interval(), x[6], x[7]);
        assertThat(found.pValue()).isEqualTo(x[8], within(1e-9 * x[8] + 1e-300));
        assertThat(found.method()).isEqualTo(Method.WALD);
    }

    private static void newcombe(double[] x) {
        Difference.Measured found =
                (Difference.Measured) Shares.newcombe(share(x, 1), share(x, 3), Level.OF_95);
        assertThat(found.value()).isEqualTo(x[5], within(1e-12));
        same(found.interval(), x[6], x[7]);
        assertThat(found.pValue() < 0.05).isEqualTo(found.verdict() != Verdict.INCONCLUSIVE);
    }

    private static void student(double[] x) {
        Estimate.Known known =
                (Estimate.Known) Means.of(new Moments((long) x[1], x[2], x[3]), Level.OF_95);
        same(known.interval(), x[4], x[5]);
    }

    private static void welch(double[] x) {
        Difference.Measured found =
                (Difference.Measured) Means.welch(moments(x, 1), moments(x, 4), Level.OF_95);
        same(found.interval(), x[7], x[8]);
        assertThat(found.pValue()).isEqualTo(x[9], within(1e-6 * x[9]));
    }

    private static Share share(double[] x, int from) {
        return new Share((long) x[from], (long) x[from + 1]);
    }

    private static Moments moments(double[] x, int from) {
        return new Moments((long) x[from], x[from + 1], x[from + 2] * (x[from] - 1));
    }

    private static void same(Interval interval, double low, double high) {
        double width = Math.max(1e-3, high - low);
        assertThat(interval.low()).isEqualTo(low, within(1e-9 * width));
        assertThat(interval.high()).isEqualTo(high, within(1e-9 * width));
    }
}
