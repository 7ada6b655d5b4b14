package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Nobody is written to in the night, wherever they are and whatever their clocks do. */
class QuietHoursTest {

    private static final List<QuietHours> WINDOWS =
            List.of(
                    QuietHours.USUAL,
                    new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0)),
                    new QuietHours(LocalTime.of(1, 30), LocalTime.of(2, 30)),
                    new QuietHours(LocalTime.of(23, 0), LocalTime.of(2, 0)),
                    new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 15)));

    @Test
    void theReleaseIsTheFirstMinuteThatIsNotQuietInEveryZone() {
        Random random = new Random(17);
        Instant first = Instant.parse("2024-01-01T00:00:00Z");
        long days = 4 * 365;
        int cases = 0;
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            for (Instant from : moments(zone, first, days, random)) {
                QuietHours quiet = WINDOWS.get(cases % WINDOWS.size());
                assertThat(quiet.release(from, zone))
                        .as("%s %s %s", zone, from, quiet)
                        .isEqualTo(bruteForce(quiet, from, zone));
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(6_000);
    }

    /** Some moments at random, and some around each jump of the clock. */
    private static List<Instant> moments(ZoneId zone, Instant first, long days, Random random) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            moments.add(first.plusSeconds(60L * random.nextLong(days * 1_440)));
        }
        Instant end = first.plusSeconds(days * 86_400);
        @Nullable ZoneOffsetTransition jump = zone.getRules().nextTransition(first);
        while (jump != null && jump.getInstant().isBefore(end)) {
            for (int i = 0; i < 3; i++) {
                moments.add(jump.getInstant().plusSeconds(60L * random.nextInt(-900, 120)));
            }
            jump = zone.getRules().nextTransition(jump.getInstant());
        }
        return moments;
    }

    private static Instant bruteForce(QuietHours quiet, Instant from, ZoneId zone) {
        Instant at = from;
        while (quiet.isQuiet(at.atZone(zone).toLocalTime())) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    @Test
    void theEndIsTheFirstMomentThatIsNotQuiet() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(QuietHours.USUAL.isQuiet(Instant.parse("2026-03-01T12:59:59Z"), shanghai))
                .isFalse();
        assertThat(QuietHours.USUAL.isQuiet(Instant.parse("2026-03-01T13:00:00Z"), shanghai))
                .isTrue();
        assertThat(QuietHours.USUAL.release(Instant.parse("2026-03-01T13:00:00Z"), shanghai))
                .isEqualTo("2026-03-02T00:00:00Z");
    }

    @Test
    void noHourIsQuietWhereNoneIsWanted() {
        Instant midnight = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(QuietHours.NONE.release(midnight, ZoneId.of("UTC"))).isEqualTo(midnight);
    }
}
