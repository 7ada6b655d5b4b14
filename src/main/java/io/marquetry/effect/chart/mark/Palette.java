package io.marquetry.effect.chart.mark;

import java.util.Locale;

/** How tokens look on a light ground, or on a dark one. */
public enum Palette {
    LIGHT,
    DARK;

    /** Returns a token's colour, 0xRRGGBB. */
    public int rgb(Token token) {
        return switch (this) {
            case LIGHT -> token.light();
            case DARK -> token.dark();
        };
    }

    /** Returns a token's colour as {@code #rrggbb}. */
    public String hex(Token token) {
        return String.format(Locale.ROOT, "#%06x", rgb(token));
    }
}
