package io.marquetry.source;

/** Where a source's profiles lie. */
public sealed interface SourcePlace {

    /** Returns what answers for them. */
    SourceEngine engine();

    /**
     * A database in the workspace that was written once and never changes.
     *
     * @param file relative to the workspace, without the engine's ending
     * @param sha256 hash of the file when it was finished: later damage is noticed
     */
    record Sealed(SourceEngine engine, String file, String sha256) implements SourcePlace {

        /** Returns the file's name with its ending, relative to the workspace. */
        public String fileName() {
            return file + engine.ending();
        }
    }
}
