package io.marquetry.index.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sets;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Orders that are found, by what the sets take in them. */
class OrderSearchTest {

    private static final int PROFILES = 150_001;
    private static final Snapshot SNAPSHOT =
            new Snapshot(new SourceName("people"), "f", Instant.EPOCH, LocalDate.of(2018, 1, 1));

    private final SplittableRandom random = new SplittableRandom(20261130);
    private final Content content = Sets.asInSource(SNAPSHOT, PROFILES);
    private final Map<String, BitSet> members = new HashMap<>();

    @Test
    void manyRareTagsDoNotHideTheFewThatTellMost() {
        int[] city = any(70);
        int[] age = any(7);
        int[] level = any(4);
        for (int c = 0; c < 70; c++) {
            int in = c;
            put("city" + c, p -> city[p] == in);
            for (int a = 0; a < 7; a++) {
                int of = a;
                put("city" + c + "age" + a, p -> city[p] == in && age[p] == of);
            }
        }
        for (int a = 0; a < 7; a++) {
            int of = a;
            put("age" + a, p -> age[p] == of);
        }
        for (int l = 0; l < 4; l++) {
            int of = l;
            put("level" + l, p -> level[p] >= of);
        }
        assertThat(bytes(order()) * 3).isLessThan(bytes(content.order()));
    }

    /** The rest of them follow from those that are looked at. */
    @Test
    void moreTagsThanAreLookedAtAreNoHindrance() {
        int[] value = any(1_500);
        for (int v = 0; v < 1_500; v++) {
            int from = v;
            put("from" + v, p -> value[p] >= from);
        }
        assertThat(bytes(order()) * 20).isLessThan(bytes(content.order()));
    }

    @Test
    void theSameSetsGiveTheSameOrderWhateverTheProfilesStandInNow() {
        int[] city = any(20);
        int[] level = any(5);
        for (int v = 0; v < 20; v++) {
            int of = v;
            put("city" + v, p -> city[p] == of);
            put("level" + v, p -> level[p] * 4 >= of);
        }
        Order first = order();
        Order second = order();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.places()).isEqualTo(first.places());

        Order again = new OrderSearch(content.in(first), sets(first), new CancelSignal()).found();
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(bytes(again)).isBetween(bytes(first) / 2, bytes(first) * 2);
    }

    @Test
    void oneValueOfAllOrNoneLeavesTheOrderOfTheSource() {
        put("all", p -> true);
        put("none", p -> false);
        put("rare", p -> p % 1_000 == 7);
        assertThat(order().isAsInSource()).isTrue();
        members.clear();
        assertThat(order().isAsInSource()).isTrue();
    }

    @Test
    void itStopsWhereItIsAskedTo() {
        put("some", p -> p % 3 == 0);
        CancelSignal signal = new CancelSignal();
        signal.cancel();
        OrderSearch search = new OrderSearch(content, sets(content.order()), signal);
        assertThatThrownBy(search::found).isInstanceOf(CancelSignal.Cancelled.class);
    }

    private int[] any(int values) {
        return random.ints(PROFILES, 0, values).toArray();
    }

    private void put(String name, IntPredicate in) {
        BitSet set = new BitSet(PROFILES);
        for (int p = 0; p < PROFILES; p++) {
            set.set(p, in.test(p));
        }
        members.put(name, set);
    }

    private Order order() {
        return new OrderSearch(content, sets(content.order()), new CancelSignal()).found();
    }

    private Map<String, ProfileSet> sets(Order order) {
        Map<String, ProfileSet> sets = new HashMap<>();
        members.forEach((name, set) -> sets.put(name, Sets.of(set, content.in(order))));
        return sets;
    }

    private long bytes(Order order) {
        return sets(order).values().stream().mapToLong(ProfileSet::bytes).sum();
    }
}
