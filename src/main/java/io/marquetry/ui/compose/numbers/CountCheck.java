package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceSize;

import java.time.Instant;

/**
 * The number on screen beside the one that the source itself counted.
 *
 * @param shown what was on screen
 * @param live what the source counted
 * @param at when the source counted
 */
public record CountCheck(AudienceSize shown, AudienceSize live, Instant at) {

    /** Returns whether both are the same number of the same number of profiles. */
    public boolean isEqual() {
        return shown.audience() == live.audience() && shown.profiles() == live.profiles();
    }

    /** Returns whether the source has other content than the one that the shown number is of. */
    public boolean isOtherState() {
        return !shown.snapshot().fingerprint().equals(live.snapshot().fingerprint())
                || !shown.snapshot().today().equals(live.snapshot().today());
    }
}
