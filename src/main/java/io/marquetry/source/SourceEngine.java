package io.marquetry.source;

/** What keeps a local source's profiles and answers for them. */
public enum SourceEngine {
    /** Rows in order, in pure Java: for files of everyday size. */
    H2(".mv.db"),
    /** Columns, compressed: for millions of profiles. */
    DUCKDB(".duckdb");

    private final String ending;

    SourceEngine(String ending) {
        this.ending = ending;
    }

    /** Returns how the names of the engine's database files end. */
    public String ending() {
        return ending;
    }
}
