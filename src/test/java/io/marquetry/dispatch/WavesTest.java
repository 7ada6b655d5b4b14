package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A dispatch goes out in waves: each waits for what became of the one before. */
class WavesTest {

    private static final DispatchId ONE = new DispatchId(1);

    @TempDir private Path folder;
    private Instant now = ReadyToSend.NOW;

    @BeforeEach
    void fill() {
        ReadyToSend.fill(folder, 400, SourceEngine.H2);
    }

    private CliRun run(String who, String... arguments) {
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private Status status() {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            return workspace.dispatches().status(ONE);
        }
    }

    private void approve(String... more) {
        CliRun planned = run("li", ReadyToSend.plan(more));
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(run("chen", "dispatch", "approve", "1").code()).isZero();
    }

    private long sent() {
        return status().in(RecipientState.SENT);
    }

    @Test
    void theNextWaveGoesOutByItselfWhenItsTimeHasCome() {
        approve("--quiet", "none", "--first", "100", "--pause-after", "150", "--go-on-after", "90");
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(100);
        assertThat(status().next()).contains(now.plus(Duration.ofMinutes(90)));
        assertThat(run("li", "dispatch", "status", "1").out()).contains("can go out from");
        now = now.plus(Duration.ofMinutes(90)).minusSeconds(1);
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(100);
        now = now.plusSeconds(1);
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(250);
        now = now.plus(Duration.ofMinutes(90));
        run("li", "dispatch", "run", "--due");
        assertThat(status().state()).isEqualTo(DispatchState.DONE);
        assertThat(status().next()).isEmpty();
        assertThat(sent() + status().in(RecipientState.FAILED)).isEqualTo(400);
    }

    /** The demonstration loses one in twenty; nobody said that any may be lost. */
    @Test
    void theNextWaveStaysWhereTooMuchWentWrongUntilSomebodyLooks() {
        approve(
                "--quiet",
                "none",
                "--first",
                "200",
                "--go-on-after",
                "60",
                "--limit",
                "bounced=0%",
                "--limit",
                "refused=none");
        run("li", "dispatch", "run", "--due");
        long first = sent();
        now = now.plus(Duration.ofMinutes(60));
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(first);
        assertThat(status().steps().getLast().note()).contains(Limits.Kind.BOUNCED.name());
        assertThat(status().next()).isEmpty();
        now = now.plus(Duration.ofDays(1));
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(first);
        run("chen", "dispatch", "resume", "1");
        assertThat(sent()).isGreaterThan(first);
    }

    @Test
    void withoutAWaitSomebodyTakesItUp() {
        approve("--quiet", "none", "--first", "100");
        run("li", "dispatch", "run", "--due");
        assertThat(status().next()).isEmpty();
        now = now.plus(Duration.ofDays(1));
        run("li", "dispatch", "run", "--due");
        assertThat(sent()).isEqualTo(100);
    }

    @Test
    void aWaitWithoutWavesIsRefused() {
        assertThat(run("li", ReadyToSend.plan("--go-on-after", "60")).err()).contains("--first");
        assertThat(run("li", ReadyToSend.plan("--first", "9", "--go-on-after", "soon")).err())
                .contains("soon")
                .contains("1440");
    }

    /** Nobody is written to at night: it says until when. */
    @Test
    void itSaysWhenTheNextMayBeWrittenTo() {
        approve("--quiet", "00:00-23:00", "--zone", "UTC");
        assertThat(status().next().orElseThrow()).isAfter(now);
        run("li", "dispatch", "run", "--due");
        Status waits = status();
        assertThat(waits.state()).isEqualTo(DispatchState.RUNNING);
        assertThat(waits.next().orElseThrow().toString()).contains("T23:00");
        now = waits.next().orElseThrow();
        run("li", "dispatch", "run", "--due");
        assertThat(status().state()).isEqualTo(DispatchState.DONE);
    }
}
