package io.marquetry.effect.chart.mark;

/** A place in a drawing: from its left edge to the right, from its top downwards. */
public record Point(double x, double y) {}
