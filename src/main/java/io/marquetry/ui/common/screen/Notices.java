package io.marquetry.ui.common.screen;

import io.marquetry.base.Problem;

import java.util.List;

/** Where the window tells the user something that has no place of its own on the screen. */
public interface Notices {

    /**
     * What can be done from a notice.
     *
     * @param label what people read
     */
    record Step(String label, Runnable run) {}

    /** Says that something is done; disappears by itself. */
    default void done(String sentence) {
        done(sentence, List.of());
    }

    /** Says that something is done, and offers one step from there; disappears by itself. */
    default void done(String sentence, String stepLabel, Runnable step) {
        done(sentence, List.of(new Step(stepLabel, step)));
    }

    /** Says that something is done, and offers steps from there; disappears by itself. */
    void done(String sentence, List<Step> steps);

    /** Tells an expected failure; stays longer, and as long as somebody points at it. */
    void problem(Problem problem);
}
