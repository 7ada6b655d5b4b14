package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Methods for experiments against those of others: {@code stats/methods.csv} holds what SciPy
 * 1.17.1 and statsmodels 0.15.0 make of raw data whose sums we are given.
 */
class ReferenceMethodsTest {

    static List<String> cases() throws IOException {
        try (InputStream in =
                ReferenceMethodsTest.class.getResourceAsStream("/stats/methods.csv")) {
            List<String> cases =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(35);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourAnswerIsTheirs(String line) {
        String[] cells = line.split(",", -1);
        double[] x = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        switch (cells[0]) {
            case "cuped" -> cuped(x);
            case "sequential" -> sequential(x);
            case "fieller" -> fieller(x);
            case "tost" -> tost(x);
            case "chisquare" -> chiSquare(x);
            case "table" -> table(x);
            case "fading" -> fading(x);
            default -> throw new AssertionError(line);
        }
    }

    private static void cuped(double[] x) {
        Reduced reduced = Reduced.of(paired(x, 0), paired(x, 7), Level.OF_95);
        Difference.Measured found = (Difference.Measured) reduced.difference();
        assertThat(found.value()).isEqualTo(x[14], within(1e-10));
        same(found.interval(), x[15], x[16]);
        assertThat(found.pValue()).isEqualTo(x[17], within(1e-7 * x[17] + 1e-300));
        assertThat(reduced.gained()).isEqualTo(x[18], within(1e-9));
    }

    private static Reduced.Paired paired(double[] x, int from) {
        return new Reduced.Paired(moments(x, from), moments(x, from + 3), x[from + 6]);
    }

    private static void sequential(double[] x) {
        Sequential found = Sequential.of(x[0], x[1], x[2], new Level(1 - x[3]));
        same(found.interval(), x[4], x[5]);
        assertThat(found.pValue()).isEqualTo(x[6], within(1e-9 * x[6] + 1e-300));
        assertThat(found.pValue() < x[3]).isEqualTo(found.verdict() != Verdict.INCONCLUSIVE);
    }

    private static void fieller(double[] x) {
        Estimate.Known found =
                (Estimate.Known)
                        Ratios.of(
                                new Ratios.Pair(moments(x, 0), moments(x, 3), x[6]),
                                Lacking.NO_COST,
                                Lacking.NEGATIVE_COST,
                                Level.OF_95);
        assertThat(found.value()).isEqualTo(x[1] / x[4], within(1e-12));
        same(found.interval(), x[7], x[8]);
        assertThat(found.method()).isEqualTo(Method.FIELLER);
    }

    private static void tost(double[] x) {
        Equivalence found =
                Equivalence.of(moments(x, 0), moments(x, 3), new Worth.Absolute(x[6]), Level.OF_95);
        assertThat(found.pTooSmall()).isEqualTo(x[7], within(1e-7 * x[7] + 1e-300));
        assertThat(found.pHarmless()).isEqualTo(x[8], within(1e-7 * x[8] + 1e-300));
    }

    private static void chiSquare(double[] x) {
        int k = (int) x[0];
        List<Long> counts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            counts.add((long) x[1 + i]);
            shares.add(x[1 + k + i]);
        }
        double p = x[1 + 2 * k];
        assertThat(ChiSquare.ofShares(counts, shares)).isEqualTo(p, within(1e-9 * p));
    }

    private static void table(double[] x) {
        int width = (int) x[1];
        List<long[]> table = new ArrayList<>();
        for (int i = 0; i < x[0]; i++) {
            long[] row = new long[width + 1];
            for (int j = 0; j < width; j++) {
                row[j] = (long) x[2 + i * width + j];
            }
            table.add(row);
        }
        double p = x[x.length - 1];
        assertThat(ChiSquare.ofTable(table)).isEqualTo(p, within(1e-9 * p));
    }

    private static void fading(double[] x) {
        int k = (int) x[0];
        List<Fading.Span> spans = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            int at = 1 + 4 * i;
            spans.add(
                    new Fading.Span(
                            i,
                            new Share((long) x[at], (long) x[at + 1]),
                            new Share((long) x[at + 2], (long) x[at + 3])));
        }
        Fading.Judged found = (Fading.Judged) Fading.of(spans, Level.OF_95);
        int at = 1 + 4 * k;
        assertThat(found.first()).isEqualTo(x[at], within(1e-10));
        assertThat(found.last()).isEqualTo(x[at + 1], within(1e-10));
        same(found.slope().interval(), x[at + 2], x[at + 3]);
        assertThat(found.pValue()).isEqualTo(x[at + 4], within(1e-8 * x[at + 4]));
    }

    private static Moments moments(double[] x, int from) {
        return new Moments((long) x[from], x[from + 1], x[from + 2]);
    }

    private static void same(Interval interval, double low, double high) {
        double width = Math.max(1e-3, high - low);
        assertThat(interval.low()).isEqualTo(low, within(1e-8 * width));
        assertThat(interval.high()).isEqualTo(high, within(1e-8 * width));
    }
}
