package io.marquetry.sample.generated;

/** Is told how far a sample is, about ten times a second, on the generating thread. */
@FunctionalInterface
public interface GenerateListener {

    /**
     * Hears of progress.
     *
     * @param rows made so far, customers and purchases
     * @param share of all, 0 to 1; 1 while the file is being closed
     */
    void progressed(long rows, double share);

    /** Returns one that does not listen. */
    static GenerateListener none() {
        return (rows, share) -> {};
    }
}
