package io.marquetry.effect.chart.mark;

import io.marquetry.effect.chart.Chart;

import java.util.Optional;

/** What the marks of a group are for whoever points at them. */
public sealed interface Meaning {

    /**
     * They show a series, and vanish when it is switched off.
     *
     * @param key as in the {@link Legend}
     */
    record Series(String key) implements Meaning {}

    /** They name a series in the legend, and switch it on and off. */
    record Legend(String key) implements Meaning {}

    /**
     * They show something of which more can be told.
     *
     * @param hover exact values, or the full text; lines end with {@code \n}
     * @param target what a click opens, as it was called in the {@link Chart}; empty: nothing
     */
    record Told(String hover, Optional<String> target) implements Meaning {}
}
