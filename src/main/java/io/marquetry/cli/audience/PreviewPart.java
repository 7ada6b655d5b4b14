package io.marquetry.cli.audience;

import io.marquetry.cli.common.CommandOutput;

import java.util.Map;

/** One thing more that a preview was asked to tell. */
interface PreviewPart {

    /** Adds its members to the answer. */
    void add(Map<String, Object> tree);

    /** Prints its lines. */
    void print(CommandOutput output);

    /** Returns whether nothing speaks against the preview. */
    default boolean holds() {
        return true;
    }
}
