package io.marquetry.effect.chart.drawing;

/** Where values lie along a line. */
record Scale(double low, double high, double start, double end) {

    Scale {
        if (!(low < high)) {
            throw new IllegalArgumentException("no span: " + low + " to " + high);
        }
    }

    double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }
}
