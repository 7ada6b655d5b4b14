package io.marquetry.source.infer;

/** Is told how far an import is, about ten times a second, on the importing thread. */
@FunctionalInterface
public interface ImportListener {

    /** Hears of progress. */
    void progressed(ImportProgress progress);

    /** Returns one that does not listen. */
    static ImportListener none() {
        return progress -> {};
    }
}
