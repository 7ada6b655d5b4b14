package io.marquetry.source.columns;

/**
 * What reading may take.
 *
 * @param threads how many read at a time, at least 1
 * @param rowsPerPart how many rows are worth another part of the work, at least 64
 * @param eventBytes how much of events is held at a time; the events of 64 profiles are held whole
 */
public record Effort(int threads, int rowsPerPart, long eventBytes) {

    private static final int MAX_THREADS = 4;
    private static final int PARTS_PER_THREAD = 4;
    private static final int ROWS_PER_PART = 1 << 16;
    private static final long EVENT_BYTES = 256L << 20;

    /** Refuses what is too little. */
    public Effort {
        if (threads < 1 || rowsPerPart < Long.SIZE) {
            throw new IllegalArgumentException("too little effort: " + threads);
        }
    }

    /** Returns a thread for each processor of this machine, but a few at most, and 256 MB. */
    public static Effort ofThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Effort(Math.min(MAX_THREADS, processors), ROWS_PER_PART, EVENT_BYTES);
    }

    /** Returns into how many parts to divide some rows. */
    int parts(long rows) {
        return (int) Math.clamp(rows / rowsPerPart, 1, (long) threads * PARTS_PER_THREAD);
    }
}
