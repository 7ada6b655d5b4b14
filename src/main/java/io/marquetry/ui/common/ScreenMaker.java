package io.marquetry.ui.common;

/**
 * Makes one screen of the window. It lives as long as the workspace is open and keeps the screen's
 * model, so that a change of language or theme loses nothing.
 */
public interface ScreenMaker {

    /** Returns which screen it makes. */
    Screen screen();

    /** Makes the screen anew, in the language of the desk. */
    OpenScreen open(Desk desk);
}
