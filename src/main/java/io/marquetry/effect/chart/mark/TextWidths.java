package io.marquetry.effect.chart.mark;

/** Tells how wide words will be where they are painted. */
public interface TextWidths {

    /** Returns the width of one line of text, in the drawing's units. */
    double width(String text, Lettering lettering);
}
