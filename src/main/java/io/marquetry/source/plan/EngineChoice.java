package io.marquetry.source.plan;

import io.marquetry.source.SourceEngine;

/** Which engine suits a file: see docs/adr for the measurements behind it. */
public final class EngineChoice {

    /** Bytes of separated values from which on counts in H2 take noticeably long. */
    public static final long DUCKDB_FROM_BYTES = 5_000_000;

    private EngineChoice() {}

    /**
     * Returns the engine to propose.
     *
     * @param bytes of all files that make the source, as stored
     */
    public static SourceEngine proposed(long bytes) {
        return bytes >= DUCKDB_FROM_BYTES ? SourceEngine.DUCKDB : SourceEngine.H2;
    }
}
