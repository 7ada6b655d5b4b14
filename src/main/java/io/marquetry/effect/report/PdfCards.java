package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.review.Card;

import java.io.IOException;
import java.util.List;

/** Sets the figures that matter most, three in a row. */
final class PdfCards {

    private static final Lettering NAME = new Lettering(8.5, false);
    private static final Lettering VALUE = new Lettering(17, true);
    private static final Lettering DETAIL = new Lettering(8, false);
    private static final int IN_A_ROW = 3;
    private static final double GAP = 10;
    private static final double PAD = 9;
    private static final double LEADING = 1.35;

    private final PdfPages pages;
    private final PdfFonts fonts;
    private final LineBreaks breaks;

    PdfCards(PdfPages pages, PdfFonts fonts, LineBreaks breaks) {
        this.pages = pages;
        this.fonts = fonts;
        this.breaks = breaks;
    }

    void draw(List<Card> cards) throws IOException {
        for (int i = 0; i < cards.size(); i += IN_A_ROW) {
            row(cards.subList(i, Math.min(cards.size(), i + IN_A_ROW)));
        }
    }

    private void row(List<Card> cards) throws IOException {
        double width = (PdfPages.WIDTH - GAP * (IN_A_ROW - 1)) / IN_A_ROW;
        double inner = width - 2 * PAD;
        double high = cards.stream().mapToDouble(card -> height(card, inner)).max().orElse(0);
        pages.need(high + GAP);
        pages.skip(4);
        double x = 0;
        for (Card card : cards) {
            pages.rect(x, 0, width, high, 5, Token.GRID);
            pages.rect(x + 0.7, 0.7, width - 1.4, high - 1.4, 4.4, Token.SURFACE);
            double down = PAD - 2;
            for (String line : breaks.lines(card.name(), inner, NAME)) {
                pages.words(x + PAD, down, line, NAME, Anchor.START, Token.MUTED);
                down += NAME.size() * LEADING;
            }
            pages.words(x + PAD, down, card.value(), value(card, inner), Anchor.START, Token.TEXT);
            down += VALUE.size() * LEADING;
            for (String line : breaks.lines(card.detail(), inner, DETAIL)) {
                pages.words(x + PAD, down, line, DETAIL, Anchor.START, Token.MUTED);
                down += DETAIL.size() * LEADING;
            }
            x += width + GAP;
        }
        pages.advance(high + GAP - 4);
    }

    /** A value that is too long is set smaller, never cut. */
    private Lettering value(Card card, double width) {
        double wide = fonts.width(card.value(), VALUE);
        return wide <= width ? VALUE : new Lettering(VALUE.size() * width / wide, true);
    }

    private double height(Card card, double width) {
        return 2 * PAD
                + breaks.lines(card.name(), width, NAME).size() * NAME.size() * LEADING
                + VALUE.size() * LEADING
                + breaks.lines(card.detail(), width, DETAIL).size() * DETAIL.size() * LEADING;
    }
}
