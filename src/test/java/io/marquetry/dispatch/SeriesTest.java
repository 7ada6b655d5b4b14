package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Recurrence.Every;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** A dispatch repeats itself, once for each time, and nobody gets it twice. */
class SeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir private Path folder;
    private Instant now = ReadyToSend.NOW;

    private CliRun run(String who, String... arguments) {
        now = now.plusSeconds(1);
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private List<Status> dispatches() {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            return workspace.dispatches().list();
        }
    }

    @Test
    void agreedToOnceMadeOnceForEachTimeAndSentToNewPeopleOnly() {
        ReadyToSend.fill(folder, 40, SourceEngine.H2);
        run("li", ReadyToSend.plan("--quiet", "none", "--zone", "UTC"));
        CliRun added =
                run(
                        "li", "series", "add", "daily", "--like", "1", "--every", "DAY", "--at",
                        "10:00", "--zone", "UTC");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(run("li", "series", "list", "--json").json().get(0).get("state").asString())
                .isEqualTo("waits");
        now = now.plus(Duration.ofDays(1));
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(1);
        assertThat(run("li", "series", "approve", "daily").err()).contains("yourself");
        assertThat(run("chen", "series", "approve", "daily").code()).isZero();
        now = Instant.parse("2026-01-09T10:30:00Z");
        run("li", "dispatch", "run", "--due");
        run("li", "dispatch", "run", "--due");
        // What was missed before is not made up for: one, not seven.
        assertThat(dispatches()).hasSize(2);
        Status first = dispatches().getFirst();
        assertThat(first.state()).isEqualTo(DispatchState.DONE);
        assertThat(first.dispatch().from()).isEqualTo(Instant.parse("2026-01-09T10:00:00Z"));
        assertThat(first.dispatch().counts().net()).isEqualTo(40);
        now = Instant.parse("2026-01-10T10:05:00Z");
        run("li", "dispatch", "run", "--due");
        Status second = dispatches().getFirst();
        assertThat(second.dispatch().id().number()).isEqualTo(3);
        assertThat(second.dispatch().counts().reasons().get(Reason.ALREADY))
                .isGreaterThanOrEqualTo(38);
        // Too late for the next: it is skipped, and not made later either.
        now = Instant.parse("2026-01-11T20:00:00Z");
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(3);
        run("chen", "series", "stop", "daily");
        now = Instant.parse("2026-01-12T10:01:00Z");
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(3);
    }

    @Test
    void aTimeThatClocksSkipIsTheFirstMomentAfterAndADoubledOneTheFirst() {
        Recurrence night = new Recurrence(Every.DAY, 1, LocalTime.of(2, 30), BERLIN);
        assertThat(night.next(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(night.next(Instant.parse("2026-10-24T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(night.next(Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void shortMonthsHaveTheirLastDayAndWeeksTheirDay() {
        Recurrence last = new Recurrence(Every.MONTH, 31, LocalTime.of(10, 0), ZoneId.of("UTC"));
        assertThat(last.next(Instant.parse("2026-01-31T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        Recurrence monday = new Recurrence(Every.WEEK, 1, LocalTime.of(9, 0), ZoneId.of("UTC"));
        assertThat(monday.next(Instant.parse("2026-11-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-30T09:00:00Z"));
    }
}
