package io.marquetry.index.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.InventedSource;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Each answer is what it would be if it were the first, whatever was asked before. */
class EditsTest {

    private static final int PROFILES = 230_017;
    private static final int EDITS = 3_000;
    private static final int MOST_ROWS = 6;

    @TempDir Path workspace;

    private final SplittableRandom random = new SplittableRandom(20261130);
    private final InventedSource source = InventedSource.ofPeople("0", PROFILES);
    private final Map<TagKey, long[]> words = new HashMap<>();
    private TagCatalog tags = InventedSource.tags(12);

    @Test
    void everyEditIsCountedAsIfItWereTheFirst() {
        AudienceIndexes indexes = new AudienceIndexes(workspace, name -> source);
        MembershipIndex index = index(indexes);
        Set<String> orders = new HashSet<>();
        AllOf audience = new AllOf(List.of(some()));
        AllOf before = audience;
        for (int edit = 1; edit <= EDITS; edit++) {
            AllOf next =
                    switch (random.nextInt(12)) {
                        case 0 -> before;
                        case 1 -> audience;
                        default -> new AllOf(edited(audience));
                    };
            before = audience;
            audience = next;
            check(index, audience, edit);
            orders.add(index.content().order().id());
            if (edit % 500 == 0) {
                // Another content of the source.
                source.changeTo("" + edit);
                words.clear();
                index = indexes.refresh(InventedSource.NAME, tags, done -> {}, new CancelSignal());
            } else if (edit % 150 == 0 && tags.tags().size() < 30) {
                tags = tags.with(InventedSource.tag(tags.tags().size(), edit));
                index = index(indexes);
            } else if (edit % 220 == 0) {
                // The next start: where it knows too few of the tags, the order is another one.
                indexes = new AudienceIndexes(workspace, name -> source);
                index = index(indexes);
            }
        }
        assertThat(orders).hasSizeGreaterThan(2);
    }

    private MembershipIndex index(AudienceIndexes indexes) {
        return indexes.index(InventedSource.NAME, tags, done -> {}, new CancelSignal());
    }

    private void check(MembershipIndex index, AllOf audience, int edit) {
        List<List<Integer>> groups = RandomCarriers.groups(audience);
        List<Integer> path =
                random.nextInt(3) == 0 ? groups.get(random.nextInt(groups.size())) : List.of();
        WhatIfs whatIfs = WhatIfs.begin(index, audience, path);
        if (random.nextInt(4) > 0) {
            whatIfs = whatIfs.count(List.of(some().tag(), some().tag()));
        }
        if (random.nextInt(5) == 0) {
            // The next edit comes before all tags are counted.
            return;
        }
        whatIfs = whatIfs.whole(new CancelSignal());
        long[] members = members(audience);
        long now = Words.count(members, members.length);
        assertThat(whatIfs.now()).isEqualTo(now);
        for (WhatIfs.Cost cost : whatIfs.costs()) {
            assertThat(cost.without())
                    .as("edit %d: %s without %s", edit, audience, cost)
                    .isEqualTo(count(members(Rows.without(audience, cost.path()))));
        }
        for (Tag tag : tags.tags()) {
            long carry = Words.countAnd(members, words(tag.key()), members.length);
            assertThat(whatIfs.excluded().get(tag.key()))
                    .as("edit %d: %s without %s", edit, audience, tag.key())
                    .isEqualTo(now - carry);
            if (path.isEmpty() || random.nextInt(8) == 0) {
                AllOf with = Rows.with(audience, path, new TagRef(tag.key()));
                assertThat(whatIfs.added().get(tag.key()))
                        .as("edit %d: %s into %s of %s", edit, tag.key(), path, audience)
                        .isEqualTo(path.isEmpty() ? carry : count(members(with)));
            }
        }
    }

    private static long count(long[] members) {
        return Words.count(members, members.length);
    }

    private List<AudienceExpression> edited(AllOf audience) {
        List<AudienceExpression> rows = new ArrayList<>(audience.members());
        int at = rows.isEmpty() ? 0 : random.nextInt(rows.size());
        int kind = rows.isEmpty() ? 0 : rows.size() >= MOST_ROWS ? 2 : random.nextInt(6);
        switch (kind) {
            case 0, 1 -> rows.add(random.nextInt(3) == 0 ? new Except(List.of(some())) : some());
            case 2 -> rows.remove(at);
            case 3 -> rows.add(rows.remove(at));
            case 4 -> rows.set(at, joined(rows.get(at), GroupKind.EXCEPT));
            default -> rows.set(at, joined(rows.get(at), GroupKind.ANY_OF));
        }
        return rows;
    }

    private AudienceExpression joined(AudienceExpression row, GroupKind kind) {
        List<AudienceExpression> members = new ArrayList<>();
        if (row instanceof Group group && random.nextBoolean()) {
            members.addAll(group.members());
            if (members.size() > 2) {
                members.removeFirst();
            }
            members.add(some());
            return group.withMembers(members);
        }
        members.add(Expressions.depth(row) > 2 ? some() : row);
        if (random.nextBoolean()) {
            members.add(some());
        }
        return kind.group(members);
    }

    private TagRef some() {
        List<Tag> all = List.copyOf(tags.tags());
        return new TagRef(all.get(random.nextInt(all.size())).key());
    }

    /** Returns who is in an expression that states something, worked out by ordinal. */
    private long[] members(AudienceExpression expression) {
        long[] found = new long[Words.length(PROFILES)];
        switch (expression) {
            case TagRef ref -> System.arraycopy(words(ref.tag()), 0, found, 0, found.length);
            case AllOf all -> {
                turn(found);
                stated(all).forEach(m -> Words.andInto(found, members(m), found.length));
            }
            case AnyOf any ->
                    stated(any).forEach(m -> Words.orInto(found, members(m), found.length));
            case Except except -> {
                stated(except).forEach(m -> Words.orInto(found, members(m), found.length));
                turn(found);
            }
            default -> throw new IllegalArgumentException(expression.toString());
        }
        return found;
    }

    private static List<AudienceExpression> stated(Group group) {
        return group.members().stream().flatMap(m -> Expressions.stated(m).stream()).toList();
    }

    private static void turn(long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = ~words[i];
        }
        words[words.length - 1] &= (1L << PROFILES) - 1;
    }

    private long[] words(TagKey tag) {
        return words.computeIfAbsent(tag, key -> source.words(tags.rule(key)));
    }
}
