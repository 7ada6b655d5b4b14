package io.marquetry.ui;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a window shows. */
public final class Until {

    private static final long SECONDS = 120;

    private Until() {}

    /**
     * Waits until something holds, and until the window has drawn what follows. Looks on the
     * window's own thread: from another one nodes are missed that come and go meanwhile.
     */
    public static void holds(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something is stored: whoever asks for that may not be the window's thread. */
    public static void stored(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
