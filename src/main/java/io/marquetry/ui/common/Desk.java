package io.marquetry.ui.common;

import io.marquetry.base.Texts;

/**
 * What the window gives a screen.
 *
 * @param texts the words, in the language of this moment
 * @param background where blocking work is done
 * @param notices where sentences for the user appear
 * @param navigation how one screen leads to another
 */
public record Desk(Texts texts, Background background, Notices notices, Navigation navigation) {}
