package io.marquetry.effect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class TagHealthTest {

    private static final LocalDate DAY = LocalDate.of(2017, 1, 1);

    @Test
    void smallChangesAreUsual() {
        assertThat(TagHealth.of(sizes(1000, 1010, 990, 1005))).isEqualTo(new TagHealth.Usual());
        assertThat(TagHealth.of(sizes(1000))).isEqualTo(new TagHealth.Usual());
        assertThat(TagHealth.of(sizes())).isEqualTo(new TagHealth.Usual());
        assertThat(TagHealth.of(sizes(0, 0))).isEqualTo(new TagHealth.Usual());
    }

    @Test
    void aTagThatNobodyCarriesAnyMoreDied() {
        assertThat(TagHealth.of(sizes(1000, 1010, 0)))
                .isEqualTo(new TagHealth.Died(DAY.plusDays(2), 1010));
    }

    @Test
    void aSuddenChangeIsAJump() {
        assertThat(TagHealth.of(sizes(1000, 1010, 990, 2500)))
                .isEqualTo(new TagHealth.Jumped(DAY.plusDays(3), 990, 2500, 2500.0 / 990));
        assertThat(TagHealth.of(sizes(1000, 1010, 990, 300))).isInstanceOf(TagHealth.Jumped.class);
        assertThat(TagHealth.of(sizes(0, 900))).isInstanceOf(TagHealth.Jumped.class);
    }

    @Test
    void whatAlwaysMovedMuchDoesNotJump() {
        assertThat(TagHealth.of(sizes(100, 200, 100, 210, 105, 220)))
                .isEqualTo(new TagHealth.Usual());
    }

    /** Tags whose sizes drift by chance are looked at fifty thousand times for each kind. */
    @Test
    void falseAlarmsAreAtMostOneInAThousandLooks() {
        Random random = new Random(2026);
        for (double spread : new double[] {0.02, 0.15, 0.4, 0.8}) {
            for (int changes : new int[] {5, 6, 7, 12, 19, 25, 60}) {
                int alarms = 0;
                int looks = 50_000;
                for (int i = 0; i < looks; i++) {
                    long[] profiles = new long[changes + 2];
                    double log = Math.log(1e9);
                    for (int d = 0; d < profiles.length; d++) {
                        profiles[d] = Math.round(Math.exp(log));
                        log += spread * random.nextGaussian();
                        log = Math.min(Math.max(log, Math.log(1e5)), Math.log(1e15));
                    }
                    alarms += TagHealth.of(sizes(profiles)) instanceof TagHealth.Usual ? 0 : 1;
                }
                // Three standard deviations above one in a thousand.
                assertThat(alarms)
                        .as("spread %s after %s changes", spread, changes)
                        .isLessThanOrEqualTo((int) (looks * 0.001 + 3 * Math.sqrt(looks * 0.001)));
            }
        }
    }

    @Test
    void fewPeopleVaryByThemselves() {
        assertThat(TagHealth.of(sizes(3, 4, 3, 3, 4, 3, 8))).isEqualTo(new TagHealth.Usual());
        assertThat(TagHealth.of(sizes(300, 301, 300, 302, 301, 300, 800)))
                .isInstanceOf(TagHealth.Jumped.class);
    }

    private static List<TagSize> sizes(long... profiles) {
        List<TagSize> sizes = new ArrayList<>();
        for (int i = 0; i < profiles.length; i++) {
            sizes.add(new TagSize(DAY.plusDays(i), profiles[i]));
        }
        return sizes;
    }
}
