package io.marquetry.source.local;

/**
 * What became of the rows of one file.
 *
 * @param label the file's name
 * @param rowsIn rows read, blank lines and the header not among them
 * @param accepted rows taken; the others were rejected, each with its reason
 */
public record TableResult(String label, long rowsIn, long accepted) {

    /** Returns how many rows were rejected. */
    public long rejected() {
        return rowsIn - accepted;
    }
}
