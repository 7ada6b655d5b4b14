package io.marquetry.source.infer;

/**
 * How far an import is.
 *
 * @param input the file being read
 * @param rows read so far in this file
 * @param rowsPerSecond mean over this file
 * @param bytes read so far, as stored
 * @param totalBytes of this file, at least 1
 */
public record ImportProgress(
        String input, long rows, long rowsPerSecond, long bytes, long totalBytes) {

    /** Returns the part of this file that was read, 0 to 1. */
    public double share() {
        return Math.min(1, (double) bytes / totalBytes);
    }
}
