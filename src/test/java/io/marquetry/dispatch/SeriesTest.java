package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Recurrence.Every;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        // Whom the demonstration refused, one in fifty by chance, may get the next.
        assertThat(second.dispatch().counts().reasons())
                .containsEntry(Reason.ALREADY, 40 - first.in(RecipientState.FAILED));
        // Too late for the next: it is skipped, and not made later either.
        now = Instant.parse("2026-01-11T20:00:00Z");
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(3);
        run("chen", "series", "stop", "daily");
        now = Instant.parse("2026-01-12T10:01:00Z");
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(3);
    }

    /**
     * A third buys at one of four moments; who did gets it an hour later, once, and nobody else.
     */
    @Test
    void whoActsGetsItSomeTimeLaterAndNobodyElse() {
        ReadyToSend.fill(folder, 48, SourceEngine.H2);
        run("li", ReadyToSend.plan("--quiet", "none", "--zone", "UTC"));
        assertThat(
                        run(
                                        "li",
                                        "series",
                                        "add",
                                        "x",
                                        "--like",
                                        "1",
                                        "--every",
                                        "DAY",
                                        "--event",
                                        "purchases")
                                .err())
                .contains("either");
        assertThat(run("li", "series", "add", "x", "--like", "1", "--event", "clicks").err())
                .contains("clicks");
        CliRun added =
                run(
                        "li",
                        "series",
                        "add",
                        "bought",
                        "--like",
                        "1",
                        "--event",
                        "purchases",
                        "--delay",
                        "60");
        assertThat(added.code()).as(added.err()).isZero();
        run(
                "li",
                "series",
                "add",
                "toys",
                "--like",
                "1",
                "--event",
                "purchases",
                "--only",
                "kind=toys");
        assertThat(run("li", "series", "list").out())
                .contains("60 min after purchases", "0 min after purchases kind=toys");
        run("chen", "series", "approve", "bought");
        // What was bought before the series began starts nothing.
        now = ReadyToSend.NOW.plus(Duration.ofDays(2));
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(1);
        // A second before the end of the seventh day some bought, and an hour is over.
        now = ReadyToSend.NOW.plus(Duration.ofDays(7)).plusSeconds(3_599);
        run("li", "dispatch", "run", "--due");
        assertThat(keys(2)).isEqualTo(buyers(2));
        // A moment later the next; the first are not meant again, though they are looked at.
        now = now.plusSeconds(30);
        run("li", "dispatch", "run", "--due");
        assertThat(keys(3)).isEqualTo(buyers(3));
        run("li", "dispatch", "run", "--due");
        now = now.plus(Duration.ofDays(1));
        run("li", "dispatch", "run", "--due");
        assertThat(dispatches()).hasSize(3).allMatch(one -> one.dispatch().counts().net() > 0);
        assertThat(dispatches().getFirst().state()).isEqualTo(DispatchState.DONE);
    }

    /**
     * Twenty leave something in their cart and are to be reminded an hour later. Whoever bought
     * before is left out of both arms; whoever buys between the plan and their turn is sent
     * nothing, and stays in the arm that chance gave them.
     */
    @Test
    void whoDidMeanwhileWhatTheyWereToBeAskedForIsSentNothing() {
        Path shop = ReadyToSend.fillShop(folder, 20);
        run("li", ReadyToSend.plan("--quiet", "none", "--zone", "UTC", "--holdout", "30%"));
        assertThat(run("li", reminders("--unless-event", "returns")).err()).contains("returns");
        assertThat(run("li", reminders("--unless-only", "kind=food")).err()).contains("meanwhile");
        CliRun added = run("li", reminders("--unless-event", "purchases"));
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(run("li", "series", "list").out())
                .contains("60 min after carts, unless purchases");
        assertThat(
                        run("li", "series", "list", "--json")
                                .json()
                                .get(0)
                                .get("unlessEvent")
                                .asString())
                .isEqualTo("purchases");
        run("chen", "series", "approve", "reminders");
        ReadyToSend.writeShop(
                shop,
                "insert into carts select id, timestamp '2026-01-02 05:00:00' from people",
                // One bought already when they filled the cart anew, one bought it at once.
                "insert into purchases values ('p1', timestamp '2026-01-02 04:00:00')",
                "insert into purchases values ('p0', timestamp '2026-01-02 05:00:00')");
        now = Instant.parse("2026-01-02T06:01:00Z");
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            assertThat(workspace.dispatches().series().due(new CancelSignal()).made()).hasSize(1);
        }
        Counts counts = dispatches().getFirst().dispatch().counts();
        assertThat(counts.reasons().get(Reason.MEANWHILE)).isOne();
        String reminded = inArm(Arm.SEND).getFirst();
        String heldOut = inArm(Arm.HOLDOUT).getFirst();
        ReadyToSend.writeShop(
                shop,
                "insert into purchases select id, timestamp '2026-01-02 06:02:00' from people"
                        + " where id in ('%s', '%s')".formatted(reminded, heldOut));
        now = Instant.parse("2026-01-02T06:03:00Z");
        run("li", "dispatch", "run", "--due");
        Status status = dispatches().getFirst();
        assertThat(status.state()).isEqualTo(DispatchState.DONE);
        assertThat(status.late()).containsExactly(Map.entry(Late.MEANWHILE, 1L));
        assertThat(status.in(RecipientState.SENT) + status.in(RecipientState.FAILED))
                .isEqualTo(counts.net() - 1);
        assertThat(inArm(Arm.SEND)).contains(reminded);
        assertThat(inArm(Arm.HOLDOUT)).contains(heldOut);
        assertThat(run("li", "dispatch", "explain", "2", reminded).out())
                .contains("did it meanwhile");
        assertThat(run("li", "dispatch", "explain", "2", "p0").out()).contains("did it meanwhile");
        assertThat(run("li", "dispatch", "status", "2").out())
                .containsPattern("did it meanwhile +1");
    }

    private static String[] reminders(String... more) {
        return Stream.concat(
                        Stream.of(
                                "series",
                                "add",
                                "reminders",
                                "--like",
                                "1",
                                "--event",
                                "carts",
                                "--delay",
                                "60"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private List<String> inArm(Arm arm) {
        List<String> keys = new ArrayList<>();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(2))) {
            file.recipients(
                    person -> {
                        if (person.arm() == arm) {
                            keys.add(person.key());
                        }
                    });
        }
        return keys;
    }

    /** Returns who bought at one of the moments. */
    private static Set<String> buyers(int moment) {
        return IntStream.range(0, 48)
                .filter(i -> i % 3 == 0 && i / 3 % 4 == moment)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.toSet());
    }

    private Set<String> keys(int dispatch) {
        Set<String> keys = new HashSet<>();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(dispatch))) {
            file.recipients(person -> keys.add(person.key()));
        }
        return keys;
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
