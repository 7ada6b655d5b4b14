package io.marquetry.base;

/**
 * Keeps work that may block off the thread that draws the window. Whatever opens or asks a database
 * says so first; the check costs one comparison.
 */
public final class FxThread {

    /** How JavaFX names the thread; the services do not know JavaFX itself. */
    private static final String NAME = "JavaFX Application Thread";

    private FxThread() {}

    /**
     * Refuses to go on if this is the FX thread.
     *
     * @throws IllegalStateException if it is, which is a bug of the caller
     */
    public static void refuse() {
        if (Thread.currentThread().getName().equals(NAME)) {
            throw new IllegalStateException(
                    "this may block, so it belongs on a thread of Background");
        }
    }
}
