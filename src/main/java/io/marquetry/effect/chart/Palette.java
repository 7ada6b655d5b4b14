package io.marquetry.effect.chart;

import java.util.Locale;

/**
 * How tokens look. The colours of series can be told apart by colour-blind people: M. Okabe and K.
 * Ito, "Color Universal Design" (2008), https://jfly.uni-koeln.de/color/; the one that equals the
 * surface's opposite is last, yellow, the faintest on white, before it.
 */
public enum Palette {
    LIGHT(
            0xffffff, 0x1f2328, 0x59636e, 0xffffff, 0xd8dee4, 0x8c959f, 0x0969da, 0x0969da,
            0x6e7781, 0x1a7f37, 0x7d5200, 0xcf222e, 0x6e7781, 0xddf4ff, 0xeaeef2, 0x0072b2,
            0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00, 0x56b4e9, 0xf0e442, 0x000000),
    DARK(
            0x161b22, 0xe6edf3, 0x9ba5b0, 0x0d1117, 0x30363d, 0x6e7681, 0x58a6ff, 0x58a6ff,
            0x9ba5b0, 0x56d364, 0xe3b341, 0xff7b72, 0x9ba5b0, 0x14304f, 0x2a3038, 0x56b4e9,
            0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00, 0x3d8fd1, 0xf0e442, 0xffffff);

    private final int[] colours;

    Palette(int... colours) {
        this.colours = colours;
    }

    /** Returns a token's colour, 0xRRGGBB. */
    public int rgb(Token token) {
        return colours[token.ordinal()];
    }

    /** Returns a token's colour as {@code #rrggbb}. */
    public String hex(Token token) {
        return String.format(Locale.ROOT, "#%06x", rgb(token));
    }
}
