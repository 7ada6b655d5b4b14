package io.marquetry.source.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.ChildJvm;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What every engine on a server has to do besides. */
public abstract class ServerContract extends EngineContract {

    private static final int CANCELLED = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final Map<Class<?>, ProfileSource> SLOW_PEOPLE = new ConcurrentHashMap<>();

    /** Takes many seconds: each profile is asked thousands of times for parts that it has not. */
    private static final TagRule VERY_SLOW =
            new TagRule.Any(
                    IntStream.range(0, 3_000)
                            .<TagRule>mapToObj(
                                    i -> new TagRule.Match("city", TagRule.Part.CONTAINS, "ab" + i))
                            .toList());

    private static final Row NOBODY_KNOWN = new Row(Map.of(), Map.of());

    @TempDir private Path folder;

    // Takes too long for every build: ./mvnw test -Pexact.
    @Test
    @Tag("exact")
    @Override
    final void theyAgreeInEveryOrderAndAfterProgramsWereKilled() throws Exception {
        assertAllAgreeAfterKills();
    }

    /** Returns how much later than its time-out the server may end a statement. */
    protected Duration late() {
        return Duration.ofSeconds(1);
    }

    /** Returns how long after a cancel the server may work on what was asked. */
    protected Duration stops() {
        return Duration.ofSeconds(1);
    }

    @Override
    protected abstract String user();

    /**
     * Returns on how many of our slow statements the server works; what opens a connection is none.
     */
    protected abstract int running() throws SQLException;

    @Test
    final void cancelledCountIsAnsweredAtOnceAndTheServerStops() throws Exception {
        ProfileSource source = slowPeople();
        try (OpenSources databases = open(folder)) {
            AudienceReader reader = reader(source, databases);
            TagCatalog none = new TagCatalog(List.of());
            assertThat(count(reader, new TagRule.Missing("city"), none)).isZero();
            List<Duration> answered = new ArrayList<>();
            List<Duration> stopped = new ArrayList<>();
            for (int i = 0; i < CANCELLED; i++) {
                AtomicLong cancelled = cancelSlowCount(reader);
                answered.add(Duration.ofNanos(System.nanoTime() - cancelled.get()));
                waitFor(0);
                stopped.add(Duration.ofNanos(System.nanoTime() - cancelled.get()));
            }
            Collections.sort(answered);
            Collections.sort(stopped);
            System.out.println(
                    getClass().getSimpleName()
                            + ": cancelled counts were answered after "
                            + answered
                            + ", and the server had stopped after "
                            + stopped);
            // The middle one: what else runs on the machine holds up any single one.
            assertThat(answered.get(CANCELLED / 2)).isLessThan(Duration.ofMillis(300));
            assertThat(stopped.get(CANCELLED / 2)).isLessThan(stops());
        }
    }

    /** Cancels a count that the server works on, and returns when. */
    private AtomicLong cancelSlowCount(AudienceReader reader) {
        CancelSignal signal = new CancelSignal();
        AtomicLong cancelled = new AtomicLong();
        Thread canceller =
                new Thread(
                        () -> {
                            waitFor(1);
                            cancelled.set(System.nanoTime());
                            signal.cancel();
                        });
        canceller.start();
        assertThatThrownBy(() -> reader.count(VERY_SLOW, new TagCatalog(List.of()), signal))
                .isInstanceOf(CancelSignal.Cancelled.class);
        return cancelled;
    }

    @Test
    final void whereTheProgramIsKilledTheServerEndsWhatItAsked() throws Exception {
        SourcePlace.Remote place = (SourcePlace.Remote) slowPeople().place();
        SourcePlace.RemoteTable table = place.tables().getFirst();
        ChildJvm program =
                ChildJvm.start(
                        KilledAsker.class,
                        KilledAsker.task(place.server(), user(), table.schema(), table.table()),
                        folder);
        assertThat(program.line()).isEqualTo("asks");
        waitFor(1);
        program.killAfter(0);
        long killed = System.nanoTime();
        waitFor(0);
        Duration stopped = Duration.ofNanos(System.nanoTime() - killed);
        System.out.println(
                getClass().getSimpleName()
                        + ": after the program was killed the server had stopped after "
                        + stopped.toMillis()
                        + " ms of at most "
                        + KilledAsker.TO_ANSWER.toMillis());
        assertThat(stopped).isLessThan(KilledAsker.TO_ANSWER.plus(late()));
    }

    /** Who is asked slow questions: the same for all tests of an engine. */
    private ProfileSource slowPeople() throws Exception {
        ProfileSource known = SLOW_PEOPLE.get(getClass());
        if (known != null) {
            return known;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 80_000; i++) {
            rows.add(new Row(Map.of("city", "aabab".repeat(8) + i), Map.of()));
        }
        ProfileSource written = write(folder, "stop", rows);
        SLOW_PEOPLE.put(getClass(), written);
        return written;
    }

    private void waitFor(int statements) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            int running = running();
            while (running != statements) {
                assertThat(System.nanoTime())
                        .as("the server works on %d statements, not on %d", running, statements)
                        .isLessThan(end);
                running = running();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    final void aLookCountsWhatIsThereNowAndIsNotTakenForAnotherAnswer() throws Exception {
        List<Row> few = List.of(new Row(Map.of("city", "here"), Map.of()), NOBODY_KNOWN);
        ProfileSource source = write(folder, "looked", few);
        TagCatalog none = new TagCatalog(List.of());
        TagRule here = new TagRule.Compare("city", Comparison.EQUAL, new Value.Text("here"));
        try (OpenSources databases = open(folder)) {
            AudienceReader kept = reader(source, databases);
            AudienceReader look = kept.atAGlance();
            AudienceSize first = look.count(here, none, new CancelSignal());
            assertThat(first.audience()).isEqualTo(1);
            assertThat(first.profiles()).isEqualTo(2);
            assertThat(kept.count(here, none, new CancelSignal()).audience()).isEqualTo(1);

            write(folder, "looked", List.of(few.getFirst(), few.getFirst(), NOBODY_KNOWN));
            AudienceSize second = look.count(here, none, new CancelSignal());
            assertThat(second.audience()).isEqualTo(2);
            assertThat(second.profiles()).isEqualTo(3);
            assertThat(second.snapshot().fingerprint())
                    .isNotEqualTo(first.snapshot().fingerprint());
        }
    }

    @Test
    final void nothingIsEverWritten() throws Exception {
        ProfileSource source = write(folder, "readonly", List.of(new Row(Map.of(), Map.of())));
        try (OpenSources databases = open(folder)) {
            OpenSource database = databases.open(source, new CancelSignal());
            assertThatThrownBy(
                            () ->
                                    database.lend(
                                            (connection, ask) ->
                                                    ask.deleteFrom(
                                                                    DSL.table(
                                                                            DSL.name(
                                                                                    source.name()
                                                                                            .value(),
                                                                                    source.model()
                                                                                            .table())))
                                                            .execute(),
                                            new CancelSignal()))
                    .hasStackTraceContaining("read");
        }
    }
}
