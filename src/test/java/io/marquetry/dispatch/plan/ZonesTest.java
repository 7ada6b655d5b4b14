package io.marquetry.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.dispatch.QuietHours;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

class ZonesTest {

    private static final int MINUTE = 60;
    private static final int DAY = 86_400;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 4 * 365;

    @Test
    void peopleAreDueWhenTheirOwnClockShowsTheTimeInEveryZone() {
        Random random = new Random(18);
        int cases = 0;
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            for (Instant from : moments(zone, random)) {
                LocalTime time = LocalTime.of(random.nextInt(4), 15 * random.nextInt(4));
                Zones zones = new Zones(from, Optional.of(time), QuietHours.NONE, zone);
                assertThat(zones.home().due())
                        .as("%s at %s from %s", zone, time, from)
                        .contains(bruteForce(from, time, zone));
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(2_000);
    }

    @Test
    void everybodyIsDueByTheirOwnClockAndInTheNextDayWhereItIsLater() {
        Zones zones =
                new Zones(
                        Instant.parse("2026-03-01T09:30:00Z"),
                        Optional.of(LocalTime.of(10, 0)),
                        QuietHours.USUAL,
                        ZoneId.of("UTC"));
        assertThat(zones.of("UTC").due()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(zones.of("Asia/Shanghai").due()).contains(Instant.parse("2026-03-02T02:00:00Z"));
        assertThat(zones.of("America/New_York").due())
                .contains(Instant.parse("2026-03-01T15:00:00Z"));
        assertThat(zones.of("nowhere").due()).isEmpty();
    }

    private static List<Instant> moments(ZoneId zone, Random random) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            moments.add(FIRST.plusSeconds((long) MINUTE * random.nextInt(DAYS * DAY / MINUTE)));
        }
        Instant end = FIRST.plusSeconds((long) DAYS * DAY);
        @Nullable ZoneOffsetTransition jump = zone.getRules().nextTransition(FIRST);
        while (jump != null && jump.getInstant().isBefore(end)) {
            moments.add(jump.getInstant().plusSeconds((long) MINUTE * random.nextInt(-300, 120)));
            jump = zone.getRules().nextTransition(jump.getInstant());
        }
        return moments;
    }

    /** Looks at the clock each minute. */
    private static Instant bruteForce(Instant from, LocalTime time, ZoneId zone) {
        Instant at = from;
        while (!isShownFirst(at, time, zone) && !isSkipped(at, time, zone)) {
            at = at.plusSeconds(MINUTE);
        }
        return at;
    }

    /** Where the clock shows it twice, the first counts. */
    private static boolean isShownFirst(Instant at, LocalTime time, ZoneId zone) {
        ZonedDateTime shown = at.atZone(zone);
        return shown.toLocalTime().equals(time)
                && shown.withEarlierOffsetAtOverlap().toInstant().equals(at);
    }

    /** Whether the clock went past it in this very minute. */
    private static boolean isSkipped(Instant at, LocalTime time, ZoneId zone) {
        LocalDateTime now = LocalDateTime.ofInstant(at, zone);
        LocalDateTime skipped =
                LocalDateTime.ofInstant(at.minusSeconds(MINUTE), zone).plusSeconds(MINUTE);
        while (skipped.isBefore(now)) {
            if (skipped.toLocalTime().equals(time)) {
                return true;
            }
            skipped = skipped.plusSeconds(MINUTE);
        }
        return false;
    }
}
