package io.marquetry.base;

/**
 * Keeps blocking work off the thread that draws the window. The check costs one comparison and is
 * made where assertions are on: in every test, and not in the shipped program, where a slow window
 * is better than a broken one.
 */
public final class Blocking {

    private static final String DRAWING = "JavaFX Application Thread";

    private Blocking() {}

    /** Fails if the window's own thread calls; the first line of whatever may wait for a disk. */
    public static void check() {
        assert !Thread.currentThread().getName().equals(DRAWING)
                : "blocking work on the FX thread: run it through Background";
    }
}
