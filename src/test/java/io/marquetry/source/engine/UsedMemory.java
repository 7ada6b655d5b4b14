package io.marquetry.source.engine;

/** How much more of the heap is in use while something is read, looked at now and then. */
final class UsedMemory {

    private final int every;
    private final long before = used();
    private long count;
    private long most;

    /**
     * Looks for the first time.
     *
     * @param every looks again after so many
     */
    UsedMemory(int every) {
        this.every = every;
    }

    /** Counts one that was read. */
    void one() {
        count++;
        if (count % every == 0) {
            most = Math.max(most, used() - before);
        }
    }

    /** Returns how many were read. */
    long count() {
        return count;
    }

    /** Returns how many bytes more were in use at most. */
    long most() {
        return most;
    }

    private static long used() {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }
}
