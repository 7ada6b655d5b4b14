package io.marquetry.effect;

import io.marquetry.audience.SourceName;
import io.marquetry.source.ProfileSource;

/** Where outcomes lie. */
public sealed interface OutcomeOrigin {

    /**
     * In a table of a profile source, and stay there.
     *
     * @param source its name
     */
    record InPlace(SourceName source) implements OutcomeOrigin {}

    /**
     * In a file of their own, made by an import.
     *
     * @param table the file, kept as a local source; its profiles are the rows of outcomes
     * @param fileSha256 hash of the bytes that were imported
     */
    record Imported(ProfileSource table, String fileSha256) implements OutcomeOrigin {}
}
