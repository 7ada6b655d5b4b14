package io.marquetry.effect.chart.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: steps of 1, 2 or 5 times a power of ten (P. S. Heckbert, "Nice
 * numbers for graph labels", Graphics Gems, 1990).
 *
 * @param values ascending
 * @param digits how many decimals tell them apart
 */
public record Ticks(List<Double> values, int digits) {

    /** Copies the values. */
    public Ticks {
        values = List.copyOf(values);
    }

    /** Returns round numbers that reach from below {@code low} to above {@code high}. */
    public static Ticks around(double low, double high, int most) {
        double alone = low == 0 ? 1 : Math.abs(low);
        double span = high > low ? high - low : alone;
        double step = step(span / Math.max(1, most - 1));
        long first = (long) Math.floor(low / step + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(high / step - 1e-9));
        List<Double> values = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        return new Ticks(values, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
    }

    /** Returns the lowest. */
    public double low() {
        return values.getFirst();
    }

    /** Returns the highest. */
    public double high() {
        return values.getLast();
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }
}
