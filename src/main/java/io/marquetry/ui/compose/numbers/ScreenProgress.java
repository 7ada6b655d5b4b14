package io.marquetry.ui.compose.numbers;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/** Brings progress from any thread onto the screen, one step of a per cent at a time. */
final class ScreenProgress implements DoubleConsumer {

    private final Executor onScreen;
    private final DoubleConsumer shown;
    private final AtomicInteger percent = new AtomicInteger();

    ScreenProgress(Executor onScreen, DoubleConsumer shown) {
        this.onScreen = onScreen;
        this.shown = shown;
    }

    @Override
    public void accept(double done) {
        int now = (int) (done * 100);
        // Whole per cents, so that a fast source cannot flood the screen.
        if (percent.getAndAccumulate(now, Math::max) < now) {
            onScreen.execute(() -> shown.accept(now / 100.0));
        }
    }
}
