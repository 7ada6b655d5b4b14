package io.marquetry.effect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    private static List<TagSize> sizes(long... profiles) {
        List<TagSize> sizes = new ArrayList<>();
        for (int i = 0; i < profiles.length; i++) {
            sizes.add(new TagSize(DAY.plusDays(i), profiles[i]));
        }
        return sizes;
    }
}
