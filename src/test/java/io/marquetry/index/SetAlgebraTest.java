package io.marquetry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Set algebra against one profile at a time. */
class SetAlgebraTest {

    private static final long SEED = 20261123;
    private static final List<GroupKind> KINDS = List.of(GroupKind.values());

    private final Map<TagKey, BitSet> carriers = new HashMap<>();

    @Test
    void everyExpressionCountsWhatOneByOneCounts() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 400; round++) {
            int profiles = random.nextInt(0, 700);
            MembershipIndex index = index(random, profiles);
            AllOf root = (AllOf) group(random, GroupKind.ALL_OF, 4);
            assertThat(index.count(root))
                    .as("seed %d round %d: %s", SEED, round, ExpressionText.write(root))
                    .isEqualTo(oneByOne(root, profiles));
        }
    }

    @Test
    void everyWhatIfIsTheCountAfterTheEdit() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int round = 0; round < 400; round++) {
            int profiles = random.nextInt(1, 300);
            MembershipIndex index = index(random, profiles);
            AllOf root = (AllOf) group(random, GroupKind.ALL_OF, 4);
            for (List<Integer> path : groups(root, List.of())) {
                WhatIf whatIf = WhatIf.into(index, root, path);
                assertThat(whatIf.now()).isEqualTo(oneByOne(root, profiles));
                for (TagKey tag : index.tags()) {
                    AllOf edited = (AllOf) added(root, path, 0, tag);
                    assertThat(whatIf.with(tag))
                            .as("round %d: %s into %s of %s", round, tag, path, root)
                            .isEqualTo(oneByOne(edited, profiles));
                }
            }
        }
    }

    @Test
    void everyStepDownIsTheCountOfTheRowsSoFar() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int round = 0; round < 300; round++) {
            int profiles = random.nextInt(1, 300);
            MembershipIndex index = index(random, profiles);
            AllOf root = (AllOf) group(random, GroupKind.ALL_OF, 3);
            for (Waterfall.Step step : Waterfall.of(index, root)) {
                if (step.path().size() == 1) {
                    int row = step.path().getFirst();
                    AllOf before = new AllOf(root.members().subList(0, row));
                    AllOf after = new AllOf(root.members().subList(0, row + 1));
                    assertThat(step.before()).isEqualTo(oneByOne(before, profiles));
                    assertThat(step.after()).as("%s", root).isEqualTo(oneByOne(after, profiles));
                }
            }
        }
    }

    private MembershipIndex index(SplittableRandom random, int profiles) {
        carriers.clear();
        Map<TagKey, ProfileSet> sets = new HashMap<>();
        for (int t = 0; t < 9; t++) {
            TagKey tag = new TagKey("user_random_t" + t);
            BitSet bits = new BitSet(profiles);
            double frequency = t == 0 ? 0 : t == 1 ? 1 : Math.pow(random.nextDouble(), 3);
            for (int p = 0; p < profiles; p++) {
                if (random.nextDouble() < frequency) {
                    bits.set(p);
                }
            }
            carriers.put(tag, bits);
            int[] ordinals = bits.stream().toArray();
            sets.put(
                    tag,
                    random.nextBoolean()
                            ? new ProfileSet.Sparse(ordinals)
                            : ProfileSet.of(ordinals, profiles));
        }
        return new MembershipIndex(
                new Snapshot(
                        new SourceName("random"), "f", Instant.EPOCH, LocalDate.of(2018, 1, 1)),
                profiles,
                sets);
    }

    private static AudienceExpression group(SplittableRandom random, GroupKind kind, int depth) {
        List<AudienceExpression> members = new ArrayList<>();
        for (int n = random.nextInt(0, 4); n > 0; n--) {
            members.add(
                    depth > 0 && random.nextInt(3) == 0
                            ? group(random, KINDS.get(random.nextInt(3)), depth - 1)
                            : new TagRef(new TagKey("user_random_t" + random.nextInt(9))));
        }
        return kind.group(members);
    }

    private static List<List<Integer>> groups(Group at, List<Integer> path) {
        List<List<Integer>> found = new ArrayList<>(List.of(path));
        for (int i = 0; i < at.members().size(); i++) {
            if (at.members().get(i) instanceof Group inner) {
                List<Integer> deeper = new ArrayList<>(path);
                deeper.add(i);
                found.addAll(groups(inner, deeper));
            }
        }
        return found;
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

    private long oneByOne(AudienceExpression root, int profiles) {
        Optional<AudienceExpression> stated = Expressions.stated(root);
        long count = 0;
        for (int p = 0; p < profiles; p++) {
            if (stated.isEmpty() || holds(stated.get(), p)) {
                count++;
            }
        }
        return count;
    }

    private boolean holds(AudienceExpression expression, int profile) {
        return switch (expression) {
            case TagRef ref -> carriers.get(ref.tag()).get(profile);
            case AllOf all -> all.members().stream().allMatch(m -> holds(m, profile));
            case AudienceExpression.AnyOf any ->
                    any.members().stream().anyMatch(m -> holds(m, profile));
            case AudienceExpression.Except except ->
                    except.members().stream().noneMatch(m -> holds(m, profile));
        };
    }
}
