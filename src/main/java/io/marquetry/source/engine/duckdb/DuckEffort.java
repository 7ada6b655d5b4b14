package io.marquetry.source.engine.duckdb;

/**
 * What a membership pass on DuckDB may take.
 *
 * @param workers how many queries run at a time
 * @param fewestProfiles how many profiles are worth a query of their own
 * @param answerBytes the answers that are held before rules are put together
 * @param aggregateBytes what the database keeps of events
 * @param cellBytes what is kept here of events, by all workers
 */
record DuckEffort(
        int workers, long fewestProfiles, long answerBytes, long aggregateBytes, long cellBytes) {

    /** Returns what suits a file of DuckDB's own. */
    static DuckEffort ofFile() {
        return new DuckEffort(2, 1 << 17, 384L << 20, 1L << 30, 256L << 20);
    }

    /** Returns what suits views whose events join: each query would join for itself. */
    static DuckEffort ofViews() {
        DuckEffort file = ofFile();
        return new DuckEffort(
                1, file.fewestProfiles, file.answerBytes, file.aggregateBytes, file.cellBytes);
    }
}
