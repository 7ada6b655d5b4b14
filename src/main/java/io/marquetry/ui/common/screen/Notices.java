package io.marquetry.ui.common.screen;

import io.marquetry.base.Problem;

/** Where the window tells the user something that has no place of its own on the screen. */
public interface Notices {

    /** Says that something is done; disappears by itself. */
    void done(String sentence);

    /** Says that something is done, and offers one step from there; disappears by itself. */
    void done(String sentence, String stepLabel, Runnable step);

    /** Tells an expected failure; stays longer, and as long as somebody points at it. */
    void problem(Problem problem);
}
