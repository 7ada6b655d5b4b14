package io.marquetry.source.columns;

/**
 * The codes of what a rule's value covers, both ends included.
 *
 * @param high below {@code low} for none
 */
record CodeRange(int low, int high) {

    /** Returns how a code lies to the range, as {@code compareTo} would say it. */
    int compare(int code) {
        return code < low ? -1 : code > high ? 1 : 0;
    }
}
