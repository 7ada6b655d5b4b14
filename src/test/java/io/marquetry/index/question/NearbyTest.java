package io.marquetry.index.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.index.sets.Block;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

/** Who is offered to be looked at. */
class NearbyTest {

    private static final long SEED = 20261128;
    private static final int MOST = 10;

    @Test
    void thoseWhoAreInAreInAndThoseWhoNearlyAreMissOneRow() {
        SplittableRandom random = new SplittableRandom(SEED);
        int nearly = 0;
        for (int round = 0; round < 200; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(0, 700));
            AllOf root = people.audience(3);
            Nearby found = Nearby.of(people.index(), root, MOST);
            assertThat(found.in()).hasSize((int) Math.min(MOST, people.count(root)));
            for (long ordinal : found.in()) {
                assertThat(Explanation.of(people.index(), root, ordinal).in()).isTrue();
            }
            assertThat(found.nearly()).hasSizeLessThanOrEqualTo(MOST).isSorted();
            for (long ordinal : found.nearly()) {
                Explanation why = Explanation.of(people.index(), root, ordinal);
                assertThat(why.in()).isFalse();
                assertThat(why.alone()).as("%d of %s", ordinal, root).isNotEmpty();
                nearly++;
            }
        }
        assertThat(nearly).isPositive();
    }

    @Test
    void peopleOfLaterBlocksAreFoundToo() {
        int block = Block.WORDS * 64;
        RandomCarriers people = new RandomCarriers(new SplittableRandom(SEED), block + 40);
        AllOf everybody = new AllOf(List.of());
        assertThat(Nearby.of(people.index(), everybody, block + 40).in())
                .hasSize(block + 40)
                .endsWith((long) block + 39);
    }
}
