package io.marquetry.index.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Expressions;
import io.marquetry.index.sets.Block;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What the index answers against one profile at a time. */
class SetAlgebraTest {

    private static final long SEED = 20261123;

    @Test
    void everyExpressionCountsWhatOneByOneCounts() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 400; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(0, 700));
            AllOf root = people.audience(4);
            assertThat(people.index().count(root))
                    .as("seed %d round %d: %s", SEED, round, ExpressionText.write(root))
                    .isEqualTo(people.count(root));
        }
    }

    @Test
    void whatLiesInManyBlocksIsCountedOnce() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        int block = Block.WORDS * 64;
        for (int profiles : new int[] {block - 1, block, block + 1, 3 * block + 77}) {
            RandomCarriers people = new RandomCarriers(random, profiles);
            for (int round = 0; round < 6; round++) {
                AllOf root = people.audience(3);
                long expected = people.count(root);
                assertThat(people.index().count(root)).as("%s", root).isEqualTo(expected);
                assertThat(people.index().count(new Except(List.of(root))))
                        .isEqualTo(people.count(new Except(List.of(root))));
                for (List<Integer> path : RandomCarriers.groups(root)) {
                    TagKey tag = people.index().tags().getLast();
                    assertThat(WhatIf.into(people.index(), root, path).with(tag))
                            .isEqualTo(people.count(added(root, path, 0, tag)));
                }
            }
        }
    }

    @Test
    void everyWhatIfIsTheCountAfterTheEdit() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int round = 0; round < 400; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 300));
            AllOf root = people.audience(4);
            for (List<Integer> path : RandomCarriers.groups(root)) {
                WhatIfs whatIfs = WhatIfs.of(people.index(), root, path);
                assertThat(whatIfs.now()).isEqualTo(people.count(root));
                for (TagKey tag : people.index().tags()) {
                    assertThat(whatIfs.added().get(tag))
                            .as("round %d: %s into %s of %s", round, tag, path, root)
                            .isEqualTo(people.count(added(root, path, 0, tag)));
                    assertThat(whatIfs.excluded().get(tag))
                            .as("round %d: without %s, seen from %s: %s", round, tag, path, root)
                            .isEqualTo(people.count(excluded(root, tag)));
                }
            }
        }
    }

    @Test
    void everyCostIsTheCountWithoutTheRow() {
        SplittableRandom random = new SplittableRandom(SEED + 4);
        for (int round = 0; round < 300; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 300));
            AllOf root = people.audience(3);
            WhatIfs whatIfs = WhatIfs.begin(people.index(), root, List.of());
            long most = whatIfs.now();
            for (WhatIfs.Cost cost : whatIfs.costs()) {
                long without = people.count(Rows.without(root, cost.path()));
                assertThat(cost.without()).as("%s of %s", cost, root).isEqualTo(without);
                most = Math.max(most, without);
            }
            if (most > whatIfs.now()) {
                assertThat(whatIfs.dearest().orElseThrow().without()).isEqualTo(most);
            } else {
                assertThat(whatIfs.dearest()).isEmpty();
            }
        }
    }

    @Test
    void everyStepDownIsTheCountOfTheRowsSoFar() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int round = 0; round < 300; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 300));
            AllOf root = people.audience(3);
            for (Waterfall.Step step : Waterfall.of(people.index(), root)) {
                if (step.path().size() == 1) {
                    int row = step.path().getFirst();
                    AllOf before = new AllOf(root.members().subList(0, row));
                    AllOf after = new AllOf(root.members().subList(0, row + 1));
                    assertThat(step.before()).isEqualTo(people.count(before));
                    assertThat(step.after()).as("%s", root).isEqualTo(people.count(after));
                }
            }
        }
    }

    @Test
    void overlapsAreWhoIsInBoth() {
        SplittableRandom random = new SplittableRandom(SEED + 5);
        for (int round = 0; round < 100; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 300));
            List<AllOf> audiences = new ArrayList<>();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                audiences.add(people.audience(2));
            }
            Overlap overlap = Overlap.of(people.index(), audiences);
            long[] in = new long[audiences.size() + 1];
            long[][] both = new long[audiences.size()][audiences.size()];
            long[] exactly = new long[1 << audiences.size()];
            for (int p = 0; p < people.profiles(); p++) {
                int which = 0;
                for (int a = 0; a < audiences.size(); a++) {
                    which |= people.holds(audiences.get(a), p) ? 1 << a : 0;
                }
                in[Math.min(2, Integer.bitCount(which))]++;
                exactly[which]++;
                for (int a = 0; a < audiences.size(); a++) {
                    for (int b = 0; b < audiences.size(); b++) {
                        both[a][b] += which >> a & which >> b & 1;
                    }
                }
            }
            for (int a = 0; a < audiences.size(); a++) {
                assertThat(overlap.sizes().get(a)).isEqualTo(both[a][a]);
                for (int b = 0; b < audiences.size(); b++) {
                    assertThat(overlap.pairs().get(a).get(b)).isEqualTo(both[a][b]);
                }
            }
            long twice = audiences.size() < 2 ? 0 : in[2];
            assertThat(overlap.repeated()).isEqualTo(twice);
            assertThat(overlap.reached()).isEqualTo(in[1] + twice);
            List<Overlap.Combination> combinations =
                    Overlap.combinations(people.index(), audiences);
            for (Overlap.Combination combination : combinations) {
                int which = combination.members().stream().mapToInt(a -> 1 << a).sum();
                assertThat(combination.profiles()).isEqualTo(exactly[which]);
                exactly[which] = 0;
            }
            exactly[0] = 0;
            assertThat(exactly).containsOnly(0);
        }
    }

    @Test
    void changesAreWhoComesAndWhoGoes() {
        SplittableRandom random = new SplittableRandom(SEED + 6);
        for (int round = 0; round < 100; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 300));
            List<AllOf> states = new ArrayList<>();
            for (int n = random.nextInt(1, 5); n > 0; n--) {
                states.add(people.audience(2));
            }
            List<Changes.Change> changes = Changes.of(people.index(), states);
            assertThat(changes).hasSize(states.size());
            for (int step = 1; step < states.size(); step++) {
                assertThat(changes.get(step - 1))
                        .isEqualTo(change(people, states.get(step - 1), states.get(step)));
            }
            assertThat(changes.getLast())
                    .isEqualTo(change(people, states.getFirst(), states.getLast()));
        }
    }

    @Test
    void anExplanationTurnsAroundWithTheFewestRows() {
        SplittableRandom random = new SplittableRandom(SEED + 7);
        int turned = 0;
        for (int round = 0; round < 400; round++) {
            RandomCarriers people = new RandomCarriers(random, random.nextInt(1, 80));
            AllOf root = people.audience(3);
            int person = random.nextInt(people.profiles());
            Explanation found = Explanation.of(people.index(), root, person);
            assertThat(found.in()).isEqualTo(people.holds(root, person));
            for (Explanation.Row row : found.rows()) {
                assertThat(row.carried()).isEqualTo(people.holds(row.leaf(), person));
                assertThat(found.alone().contains(row))
                        .isEqualTo(
                                people.holds(Rows.without(root, row.path()), person) != found.in());
            }
            if (found.rows().size() > 10) {
                continue;
            }
            int fewest = fewest(found, root);
            assertThat(found.smallest()).as("%s", root).hasSize(fewest);
            if (fewest > 0) {
                turned++;
                assertThat(answer(root, List.of(), found.rows(), Set.copyOf(found.smallest())))
                        .isNotEqualTo(found.in());
            }
        }
        assertThat(turned).isGreaterThan(200);
    }

    /** Returns the size of the smallest of all sets of rows that turn the answer around; or 0. */
    private static int fewest(Explanation found, AllOf root) {
        int fewest = Integer.MAX_VALUE;
        for (int which = 1; which < 1 << found.rows().size(); which++) {
            Set<Explanation.Row> other = new HashSet<>();
            for (int i = 0; i < found.rows().size(); i++) {
                if ((which >> i & 1) == 1) {
                    other.add(found.rows().get(i));
                }
            }
            if (other.size() < fewest
                    && answer(root, List.of(), found.rows(), other) != found.in()) {
                fewest = other.size();
            }
        }
        return fewest == Integer.MAX_VALUE ? 0 : fewest;
    }

    /** Returns what the audience answers where some rows answer otherwise than they do. */
    private static boolean answer(
            AudienceExpression at,
            List<Integer> path,
            List<Explanation.Row> rows,
            Set<Explanation.Row> other) {
        return switch (at) {
            case Leaf leaf -> {
                Explanation.Row row =
                        rows.stream().filter(r -> r.path().equals(path)).findFirst().orElseThrow();
                yield row.carried() != other.contains(row);
            }
            case Group group -> {
                List<Boolean> answers = new ArrayList<>();
                for (int i = 0; i < group.members().size(); i++) {
                    if (Expressions.stated(group.members().get(i)).isPresent()) {
                        List<Integer> deeper = new ArrayList<>(path);
                        deeper.add(i);
                        answers.add(answer(group.members().get(i), deeper, rows, other));
                    }
                }
                yield switch (group.kind()) {
                    case ALL_OF -> !answers.contains(false);
                    case ANY_OF -> answers.contains(true);
                    case EXCEPT -> !answers.contains(true);
                };
            }
        };
    }

    private static Changes.Change change(RandomCarriers people, AllOf before, AllOf after) {
        long gained = 0;
        long lost = 0;
        for (int p = 0; p < people.profiles(); p++) {
            boolean was = people.holds(before, p);
            boolean is = people.holds(after, p);
            gained += is && !was ? 1 : 0;
            lost += was && !is ? 1 : 0;
        }
        return new Changes.Change(gained, lost, people.count(after));
    }

    private static AllOf excluded(AllOf root, TagKey tag) {
        return new AllOf(List.of(root, new Except(List.of(new TagRef(tag)))));
    }

    private static AudienceExpression added(Group at, List<Integer> path, int depth, TagKey tag) {
        List<AudienceExpression> members = new ArrayList<>(at.members());
        if (depth == path.size()) {
            members.add(new TagRef(tag));
        } else {
            int step = path.get(depth);
            members.set(step, added((Group) members.get(step), path, depth + 1, tag));
        }
        return at.withMembers(members);
    }
}
