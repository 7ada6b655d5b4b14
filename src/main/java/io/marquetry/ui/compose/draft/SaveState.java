package io.marquetry.ui.compose.draft;

import io.marquetry.base.Problem;

import java.time.Instant;

/** Whether what is on screen is safe. */
public sealed interface SaveState {

    /** Nothing was changed since the package was opened. */
    record Unchanged() implements SaveState {}

    /** The latest edit is on its way. */
    record Saving() implements SaveState {}

    /** Every edit was stored at the moment; a power cut could not undo it. */
    record Saved(Instant at) implements SaveState {}

    /** The latest edits are not stored, and why. */
    record Failed(Problem problem) implements SaveState {}
}
