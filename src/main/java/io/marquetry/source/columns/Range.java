package io.marquetry.source.columns;

/**
 * Ordinals from one on to before another.
 *
 * @param from a multiple of 64
 */
record Range(int from, int to) {

    /** Returns how many there are. */
    int size() {
        return to - from;
    }
}
