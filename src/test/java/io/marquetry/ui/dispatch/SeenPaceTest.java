package io.marquetry.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.DispatchId;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The pace is of what this window saw, and of one dispatch at a time. */
class SeenPaceTest {

    private static final long SECOND = 1_000_000_000;
    private static final DispatchId ONE = new DispatchId(1);

    @Test
    void paceOfWhatWasSeenAndWhatTheRestTakes() {
        SeenPace pace = new SeenPace();
        assertThat(pace.see(ONE, true, 100, 900, 0)).isEmpty();
        assertThat(pace.see(ONE, true, 120, 880, SECOND)).isEmpty();
        assertThat(pace.see(ONE, true, 180, 820, 4 * SECOND))
                .hasValue(new SeenPace.Told(20, Duration.ofSeconds(41)));
    }

    @Test
    void nothingIsSaidOfWhatStandsStillOrOfAnother() {
        SeenPace pace = new SeenPace();
        assertThat(pace.see(ONE, true, 100, 900, 0)).isEmpty();
        assertThat(pace.see(ONE, true, 100, 900, 9 * SECOND)).isEmpty();
        assertThat(pace.see(new DispatchId(2), true, 500, 10, 10 * SECOND)).isEmpty();
        assertThat(pace.see(ONE, false, 300, 700, 11 * SECOND)).isEmpty();
        assertThat(pace.see(ONE, true, 300, 700, 12 * SECOND)).isEmpty();
    }
}
