package io.marquetry.effect.chart.mark;

/** Which part of words is at their place. */
public enum Anchor {
    START,
    MIDDLE,
    END
}
