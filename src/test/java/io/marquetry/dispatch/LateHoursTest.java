package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whether it is night where somebody is, is asked right before they are written to. */
class LateHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int PEOPLE = 20;

    /** Two claims are open at a time: behind the second there is night. */
    private static final int CLAIM = 5;

    private static final ThreadLocal<Instant> LOOKED = new ThreadLocal<>();

    @TempDir private Path workspace;

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Instant> begun = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Instant.EPOCH;

    /** Takes everything, and lets time go on. */
    private final class Taking implements Channel {

        private final long secondsEach;

        Taking(long secondsEach) {
            this.secondsEach = secondsEach;
        }

        @Override
        public synchronized Answer send(Message message) {
            taken.add(message.key());
            begun.add(LOOKED.get());
            now = now.plusSeconds(secondsEach);
            return new Answer.Taken("id-" + taken.size());
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return Optional.empty();
        }

        @Override
        public List<Told> receipts() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private Runner.Ended run(long secondsEach) {
        try (DispatchFile file = new H2DispatchFiles(workspace).open(FrozenExample.ID);
                H2Reach reach = new H2Reach(workspace);
                Channel channel = new Taking(secondsEach)) {
            return new Runner(
                            file,
                            FrozenExample.account(3_600, false, CLAIM),
                            channel,
                            reach,
                            Objections.NONE,
                            this::look,
                            new Random(1))
                    .run(progress -> {}, new CancelSignal());
        }
    }

    /** Tells the time, and remembers what each thread saw last. */
    private Instant look() {
        Instant seen = now;
        LOOKED.set(seen);
        return seen;
    }

    private void freeze(String from) {
        now = Instant.parse(from);
        FrozenExample.freeze(workspace, PEOPLE, now, QuietHours.USUAL, SHANGHAI);
    }

    /** 22:30 in Shanghai; the run was due in the afternoon and is taken up again at night. */
    @Test
    void nobodyIsWrittenToAtNight() {
        freeze("2026-11-27T06:00:00Z");
        now = Instant.parse("2026-11-27T14:30:00Z");
        assertThat(run(0))
                .isEqualTo(new Runner.Ended.Waiting(Instant.parse("2026-11-28T00:00:00Z")));
        assertThat(taken).isEmpty();
        now = Instant.parse("2026-11-28T00:00:00Z");
        assertThat(run(0)).isEqualTo(new Runner.Ended.Done());
        assertThat(taken).hasSize(18).doesNotHaveDuplicates();
    }

    /** A claim that was begun before nine is not carried into the night. */
    @Test
    void nightEndsAClaim() {
        freeze("2026-11-27T12:50:00Z");
        assertThat(run(60))
                .isEqualTo(new Runner.Ended.Waiting(Instant.parse("2026-11-28T00:00:00Z")));
        // From 20:50 on a minute goes by with each; from 20:59 on less than a minute is left.
        // Several
        // go at once, so that what counts is when each was begun.
        assertThat(taken).hasSizeBetween(9, 3 * CLAIM);
        assertThat(begun)
                .hasSameSizeAs(taken)
                .allMatch(at -> at.isBefore(Instant.parse("2026-11-27T12:59:00Z")));
        now = Instant.parse("2026-11-28T00:00:00Z");
        assertThat(run(0)).isEqualTo(new Runner.Ended.Done());
        assertThat(taken).hasSize(18).doesNotHaveDuplicates();
    }

    /** Other dispatches count whoever is claimed, before the run has ended. */
    @Test
    void whoIsClaimedCountsForCapsAtOnce() {
        freeze("2026-11-27T06:00:00Z");
        try (DispatchFile file = new H2DispatchFiles(workspace).open(FrozenExample.ID);
                H2Reach reach = new H2Reach(workspace);
                Channel channel = new Taking(0)) {
            List<Integer> counted = new ArrayList<>();
            new Runner(
                            file,
                            FrozenExample.account(3_600, false),
                            channel,
                            reach,
                            Objections.NONE,
                            () -> now,
                            new Random(1))
                    .run(
                            (Progress progress) ->
                                    counted.add(
                                            reach.contacts(ChannelKind.PUSH, now.minusSeconds(60))
                                                    .size()),
                            new CancelSignal());
            assertThat(counted).containsExactly(18);
        }
    }
}
