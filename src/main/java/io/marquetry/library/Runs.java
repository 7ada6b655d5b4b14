package io.marquetry.library;

import io.marquetry.base.CancelSignal;

import java.util.List;

/** Knows how packages did each time they went out. */
@FunctionalInterface
public interface Runs {

    /** Returns the runs with people whom chance held out, those known first before the others. */
    List<Run> all(CancelSignal signal);
}
