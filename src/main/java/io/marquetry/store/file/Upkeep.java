package io.marquetry.store.file;

/**
 * When a workspace is backed up and written anew.
 *
 * @param savesPerBackup after how many saves a backup is made while the workspace is open
 * @param compactAbove the size in bytes under which a file is never written anew
 */
public record Upkeep(int savesPerBackup, long compactAbove) {

    /** What users get. */
    public static final Upkeep USUAL = new Upkeep(200, 16 << 20);

    /** Writes the file anew at the close, however little there is to win. */
    public static final Upkeep ALWAYS_ANEW = new Upkeep(200, 0);
}
