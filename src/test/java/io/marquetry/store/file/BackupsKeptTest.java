package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Backups reach back in time, whatever the clock does. */
class BackupsKeptTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    private List<Backup> line = new ArrayList<>();
    private long generation;

    @Test
    void fiveLastAreKept() {
        for (int i = 0; i < 7; i++) {
            make(MONDAY.plusSeconds(i));
        }
        assertThat(line).extracting(Backup::generation).containsExactly(7L, 6L, 5L, 4L, 3L);
    }

    @Test
    void oneOfEachDayReachesBackAWeekAndOneOfEachWeekAQuarter() {
        days(MONDAY, 200);
        assertThat(younger(7)).as("five of the last day, one of each before").hasSize(5 + 6);
        assertThat(younger(100)).hasSizeBetween(5 + 6 + 11, 5 + 6 + 13);
        assertThat(line.getLast().madeAt())
                .isBetween(
                        newest().minus(Duration.ofDays(91)), newest().minus(Duration.ofDays(78)));
    }

    @Test
    void manySavesOfAMinuteDoNotPushOutTheDaysBefore() {
        days(MONDAY, 10);
        Instant before = line.getLast().madeAt();
        for (int i = 0; i < 50; i++) {
            make(newest().plusSeconds(1));
        }
        assertThat(line.getLast().madeAt()).isEqualTo(before);
    }

    @Test
    void clockThatIsSetBackCostsNoNewBackup() {
        days(MONDAY, 10);
        for (int i = 0; i < 6; i++) {
            make(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i));
        }
        assertThat(line.subList(0, 5))
                .extracting(Backup::generation)
                .containsExactly(
                        generation, generation - 1, generation - 2, generation - 3, generation - 4);
    }

    @Test
    void clockThatWasAheadForADayCostsNoBackupOfNow() {
        days(MONDAY, 10);
        make(Instant.parse("2099-01-01T00:00:00Z"));
        days(MONDAY.plus(Duration.ofDays(10)), 10);
        assertThat(younger(7).size()).isGreaterThanOrEqualTo(5 + 6);
    }

    private void days(Instant from, int days) {
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < 7; i++) {
                make(from.plus(Duration.ofDays(day)).plusSeconds(i));
            }
        }
    }

    private void make(Instant now) {
        generation++;
        List<Backup> next = new ArrayList<>();
        next.add(Backup.in(Path.of("backups"), now, generation, "0123abcd"));
        next.addAll(line);
        next.removeAll(BackupsKept.superfluous(next));
        line = next;
    }

    private Instant newest() {
        return line.getFirst().madeAt();
    }

    private List<Backup> younger(int days) {
        Instant since = newest().minus(Duration.ofDays(days));
        return line.stream().filter(b -> b.madeAt().isAfter(since)).toList();
    }
}
