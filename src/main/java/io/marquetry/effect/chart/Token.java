package io.marquetry.effect.chart;

/** What a colour means; a {@link Palette} knows how it looks. */
public enum Token {
    /** What the drawing lies on. */
    SURFACE,
    TEXT,
    /** Words that explain. */
    MUTED,
    /** Words on {@link #ACCENT}. */
    ON_ACCENT,
    GRID,
    AXIS,
    ACCENT,
    TREATED,
    CONTROL,
    GOOD,
    WARN,
    BAD,
    /** What allows no conclusion. */
    NEUTRAL,
    /** What was to be expected. */
    BAND,
    /** Where nothing is known. */
    NO_VALUE,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    SERIES_7,
    SERIES_8;

    private static final int SERIES = 8;

    /** Returns the colour of a series; after eight they begin again. */
    static Token series(int index) {
        return values()[SERIES_1.ordinal() + index % SERIES];
    }
}
