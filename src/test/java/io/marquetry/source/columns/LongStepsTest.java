package io.marquetry.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Whole numbers have the code that the same number has on the line. */
class LongStepsTest {

    private static final List<String> EDGES =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "0.5",
                    "2.5",
                    "3",
                    "-0.000001",
                    "9223372036854775807",
                    "9223372036854775806.5",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "-9223372036854775809",
                    "-9223372036854775807.5",
                    "1E+30",
                    "-1E+30");

    @Test
    void constantHasTheEvenCodeBetweenItsNeighbours() {
        NumberLine line = line("2.5", "3");
        assertThat(line.codes()).isEqualTo(6);
        LongSteps steps = line.steps(0);
        assertThat(steps.code(2)).isEqualTo(1);
        assertThat(steps.code(3)).isEqualTo(4);
        assertThat(steps.code(4)).isEqualTo(5);
        assertThat(line.code(new BigDecimal("2.50"))).isEqualTo(2);
        assertThat(line.code(new BigDecimal("2.7"))).isEqualTo(3);
    }

    @Test
    void lineWithoutConstantsHasOneCode() {
        NumberLine line = line();
        assertThat(line.steps(0).code(Long.MIN_VALUE)).isEqualTo(1);
        assertThat(line.code(BigDecimal.TEN)).isEqualTo(1);
    }

    @Test
    void stepsAgreeWithTheLineAtAllEdges() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            TreeSet<BigDecimal> constants = new TreeSet<>();
            for (String edge : EDGES) {
                if (random.nextBoolean()) {
                    constants.add(new BigDecimal(edge));
                }
            }
            NumberLine line = new NumberLine(constants);
            for (int scale = 0; scale < 3; scale++) {
                LongSteps steps = line.steps(scale);
                for (long number : numbers(random)) {
                    assertThat(steps.code(number))
                            .as("%d of 10^-%d among %s", number, scale, constants)
                            .isEqualTo(line.code(BigDecimal.valueOf(number, scale)));
                }
            }
        }
    }

    @Test
    void transposeSwapsRowsAndColumns() {
        Random random = new Random(2);
        long[] square = random.longs(64).toArray();
        long[] swapped = square.clone();
        RowBlock.transpose(swapped);
        for (int row = 0; row < 64; row++) {
            for (int column = 0; column < 64; column++) {
                assertThat(swapped[column] >>> row & 1).isEqualTo(square[row] >>> column & 1);
            }
        }
    }

    private static long[] numbers(Random random) {
        return new long[] {
            0,
            1,
            -1,
            2,
            3,
            4,
            25,
            250,
            249,
            300,
            50,
            5,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            random.nextInt(400),
            random.nextLong()
        };
    }

    private static NumberLine line(String... constants) {
        TreeSet<BigDecimal> line = new TreeSet<>();
        for (String constant : constants) {
            line.add(new BigDecimal(constant));
        }
        return new NumberLine(line);
    }
}
