package io.marquetry.effect.chart.mark;

import java.util.List;

/**
 * What a colour means, and how it looks in either {@link Palette}. The colours of series can be
 * told apart by colour-blind people: M. Okabe and K. Ito, "Color Universal Design" (2008),
 * https://jfly.uni-koeln.de/color/; the faintest ones come last.
 */
public enum Token {
    /** What the drawing lies on. */
    SURFACE(0xffffff, 0x161b22),
    TEXT(0x1f2328, 0xe6edf3),
    /** Words that explain. */
    MUTED(0x59636e, 0x9ba5b0),
    /** Words on {@link #ACCENT}. */
    ON_ACCENT(0xffffff, 0x0d1117),
    GRID(0xd8dee4, 0x30363d),
    AXIS(0x8c959f, 0x6e7681),
    ACCENT(0x0969da, 0x58a6ff),
    TREATED(0x0969da, 0x58a6ff),
    CONTROL(0x6e7781, 0x9ba5b0),
    GOOD(0x1a7f37, 0x56d364),
    WARN(0x7d5200, 0xe3b341),
    BAD(0xcf222e, 0xff7b72),
    /** What allows no conclusion. */
    NEUTRAL(0x6e7781, 0x9ba5b0),
    /** What was to be expected. */
    BAND(0xddf4ff, 0x14304f),
    /** Where nothing is known. */
    NO_VALUE(0xeaeef2, 0x2a3038),
    SERIES_1(0x0072b2, 0x56b4e9),
    SERIES_2(0xe69f00, 0xe69f00),
    SERIES_3(0x009e73, 0x009e73),
    SERIES_4(0xcc79a7, 0xcc79a7),
    SERIES_5(0xd55e00, 0xd55e00),
    SERIES_6(0x56b4e9, 0x3d8fd1),
    SERIES_7(0xf0e442, 0xf0e442),
    SERIES_8(0x000000, 0xffffff);

    private static final List<Token> SERIES =
            List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8);

    private final int light;
    private final int dark;

    Token(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Returns the colour of a series; after eight they begin again. */
    public static Token series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    int light() {
        return light;
    }

    int dark() {
        return dark;
    }
}
