package io.marquetry.source.infer;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.csv.CsvInput;

/** Counts rows, tells the listener now and then, and stops cancelled work. */
public final class ProgressMeter {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final CsvInput input;
    private final ImportListener listener;
    private final CancelSignal signal;
    private final long started = System.nanoTime();
    private long told = started;
    private long rows;

    /** Makes a meter for one file, from now. */
    public ProgressMeter(CsvInput input, ImportListener listener, CancelSignal signal) {
        this.input = input;
        this.listener = listener;
        this.signal = signal;
        signal.check();
    }

    /**
     * Counts a row.
     *
     * @param bytes read so far
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public void row(long bytes) {
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS == 0) {
            signal.check();
            long now = System.nanoTime();
            if (now - told >= PAUSE_NANOS) {
                told = now;
                tell(bytes, now);
            }
        }
    }

    /** Tells the listener of the end. */
    public void end(long bytes) {
        signal.check();
        tell(bytes, System.nanoTime());
    }

    /** Returns the rows counted. */
    public long rows() {
        return rows;
    }

    private void tell(long bytes, long now) {
        double seconds = Math.max(1, now - started) / 1e9;
        listener.progressed(
                new ImportProgress(
                        input.label(), rows, Math.round(rows / seconds), bytes, input.size()));
    }
}
