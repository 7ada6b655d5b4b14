package io.marquetry.source.query;

import io.marquetry.source.SourcePlace;

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

    /** Returns what suits a source. */
    static DuckEffort of(SourcePlace place) {
        int workers =
                switch (place) {
                    case SourcePlace.Sealed sealed -> 2;
                    // Its events are a view that joins: each query would join for itself.
                    case SourcePlace.InPlace inPlace -> 1;
                };
        return new DuckEffort(workers, 1 << 17, 384L << 20, 1L << 30, 256L << 20);
    }
}
