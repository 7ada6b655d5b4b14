package io.marquetry.index.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sets;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pairs of tags that the same people carry, held against every pair counted one by one. */
class SamePeopleTest {

    private static final Snapshot SNAPSHOT =
            new Snapshot(new SourceName("test"), "test", Instant.EPOCH, LocalDate.EPOCH);

    @Test
    void pairsAreThoseOfCountingEveryPair() {
        Random random = new Random(2026);
        for (int profiles : List.of(1, 63, 64, 5_000, 70_000)) {
            Map<TagKey, BitSet> people = people(random, profiles);
            MembershipIndex index = index(people, profiles);
            for (double share : List.of(0.2, 0.5, 0.9, 0.95, 1.0)) {
                assertThat(SamePeople.of(index, share, new CancelSignal()))
                        .as("%s profiles, share %s", profiles, share)
                        .containsExactlyInAnyOrderElementsOf(oneByOne(people, share));
            }
        }
    }

    @Test
    void tagsInsideOthersAreThoseOfCountingEveryPair() {
        Random random = new Random(15);
        for (int profiles : List.of(1, 64, 700, 70_000)) {
            Map<TagKey, BitSet> people = people(random, profiles);
            List<TagKey> keys = people.keySet().stream().sorted().toList();
            for (int i = 0; i + 1 < keys.size(); i += 3) {
                // Every third tag is a part of the next.
                people.get(keys.get(i)).and(people.get(keys.get(i + 1)));
            }
            assertThat(Inside.of(index(people, profiles), (a, b) -> true, new CancelSignal()))
                    .as("%s profiles", profiles)
                    .allSatisfy(pair -> assertThat(isAround(people, pair)).isTrue())
                    .extracting(Inside.Pair::inner)
                    .containsExactlyElementsOf(
                            keys.stream().filter(k -> hasAround(people, k, profiles)).toList());
        }
    }

    private static boolean hasAround(Map<TagKey, BitSet> people, TagKey inner, int profiles) {
        BitSet set = people.get(inner);
        return !set.isEmpty()
                && people.values().stream()
                        .filter(other -> other.cardinality() < profiles)
                        .filter(other -> other.cardinality() > set.cardinality())
                        .anyMatch(other -> holds(other, set));
    }

    /** It holds all of it, and no smaller tag does. */
    private static boolean isAround(Map<TagKey, BitSet> people, Inside.Pair pair) {
        BitSet inner = people.get(pair.inner());
        return holds(people.get(pair.outer()), inner)
                && people.values().stream()
                        .filter(other -> other.cardinality() > inner.cardinality())
                        .filter(other -> other.cardinality() < pair.around())
                        .noneMatch(other -> holds(other, inner));
    }

    private static boolean holds(BitSet outer, BitSet inner) {
        BitSet both = (BitSet) outer.clone();
        both.and(inner);
        return both.equals(inner);
    }

    private static List<SamePeople.Pair> oneByOne(Map<TagKey, BitSet> people, double share) {
        List<SamePeople.Pair> pairs = new ArrayList<>();
        people.forEach(
                (first, a) ->
                        people.forEach(
                                (second, b) -> {
                                    BitSet both = (BitSet) a.clone();
                                    both.and(b);
                                    BitSet any = (BitSet) a.clone();
                                    any.or(b);
                                    if (first.compareTo(second) < 0
                                            && !a.isEmpty()
                                            && !b.isEmpty()
                                            && both.cardinality() >= share * any.cardinality()) {
                                        pairs.add(
                                                new SamePeople.Pair(
                                                        first,
                                                        second,
                                                        both.cardinality(),
                                                        a.cardinality() - both.cardinality(),
                                                        b.cardinality() - both.cardinality()));
                                    }
                                }));
        return pairs;
    }

    /** Rare and frequent tags, each with another that differs by a few people or by none. */
    private static Map<TagKey, BitSet> people(Random random, int profiles) {
        Map<TagKey, BitSet> people = new HashMap<>();
        for (int t = 0; t < 30; t++) {
            double frequency = Math.pow(10, -4 * random.nextDouble());
            BitSet set = new BitSet(profiles);
            for (int p = 0; p < profiles; p++) {
                set.set(p, random.nextDouble() < frequency);
            }
            BitSet near = (BitSet) set.clone();
            for (int flips = random.nextInt(1 + set.cardinality() / 10); flips > 0; flips--) {
                near.flip(random.nextInt(profiles));
            }
            people.put(new TagKey("user_a_t" + t), set);
            people.put(new TagKey("user_b_t" + t), near);
        }
        return people;
    }

    private static MembershipIndex index(Map<TagKey, BitSet> people, int profiles) {
        Content content = Sets.asInSource(SNAPSHOT, profiles);
        Map<TagKey, ProfileSet> sets = new HashMap<>();
        people.forEach((tag, set) -> sets.put(tag, Sets.of(set, content)));
        return new MembershipIndex(
                content,
                sets,
                Map.of(),
                true,
                rule -> {
                    throw new IllegalStateException("no conditions here");
                });
    }
}
