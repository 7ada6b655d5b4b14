package io.marquetry.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random edits, sensible and senseless, against what must hold for each of them. */
class PackageEditsPropertyTest {

    private static final LocalizedText NAME = LocalizedText.of("name", "名");
    private static final TagCatalog TAGS =
            new TagCatalog(
                    Stream.of(Category.values())
                            .flatMap(c -> IntStream.range(0, 5).mapToObj(i -> tag(c, i)))
                            .toList());

    @Test
    void whateverIsAllowedCanBeMadeUndoneRedoneAndReplayed() {
        int made = 0;
        int refused = 0;
        Map<Class<?>, Integer> kinds = new HashMap<>();
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            PackageDraft draft = PackageDraft.of(empty());
            List<AssetPackage> states = new ArrayList<>(List.of(draft.current()));
            for (int step = 0; step < 50; step++) {
                PackageEdit edit = edit(draft.current(), random);
                if (EditRules.refusal(draft.current(), edit, TAGS).isPresent()) {
                    refused++;
                    continue;
                }
                made++;
                kinds.merge(edit.getClass(), 1, Integer::sum);
                PackageDraft next = draft.apply(edit);
                holds(seed, draft.current(), edit, next.current());
                draft = next;
                states.add(draft.current());
            }
            PackageDraft undone = draft;
            for (int i = states.size() - 1; i >= 0; i--) {
                assertThat(undone.current())
                        .as("seed %s, undo to %s", seed, i)
                        .isEqualTo(states.get(i));
                PackageDraft replayed =
                        PackageDraft.replay(undone.base(), undone.edits(), undone.cursor());
                assertThat(replayed.current()).isEqualTo(undone.current());
                assertThat(replayed.redoable()).isEqualTo(undone.redoable());
                undone = undone.undo();
            }
            assertThat(undone.undoable()).isEmpty();
            for (AssetPackage state : states) {
                assertThat(undone.current()).as("seed %s, redo", seed).isEqualTo(state);
                undone = undone.redo();
            }
        }
        assertThat(made).isGreaterThan(4_000);
        assertThat(refused).isGreaterThan(1_000);
        assertThat(kinds)
                .hasSize(13)
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(40));
    }

    private static void holds(int seed, AssetPackage before, PackageEdit edit, AssetPackage after) {
        String about = "seed " + seed + ": " + edit + " on " + before;
        assertThat(Expressions.depth(after.audience()))
                .as(about)
                .isLessThanOrEqualTo(AudienceExpression.MAX_DEPTH);
        assertThat(after.benefits()).as(about).doesNotHaveDuplicates();
        switch (edit) {
            case PackageEdit.MoveNode move -> {
                assertThat(leaves(after.audience()))
                        .as(about)
                        .containsExactlyInAnyOrderElementsOf(leaves(before.audience()));
                assertThat(nodes(after.audience())).as(about).isEqualTo(nodes(before.audience()));
                lands(about, before, move, after);
            }
            case PackageEdit.MoveInZone move ->
                    assertThat(after.zone(move.zone()))
                            .as(about)
                            .containsExactlyInAnyOrderElementsOf(before.zone(move.zone()));
            case PackageEdit.ExcludeFromAudience add ->
                    assertThat(leaves(after.audience())).as(about).contains(new TagRef(add.tag()));
            case PackageEdit.AddToAudience add ->
                    assertThat(leaves(after.audience())).as(about).contains(new TagRef(add.tag()));
            case PackageEdit.AddCondition add ->
                    assertThat(leaves(after.audience()))
                            .as(about)
                            .contains(new Condition(add.rule()));
            case PackageEdit.ReplaceLeaf change -> {
                assertThat(PackageEdits.node(after, change.node())).isEqualTo(change.leaf());
                assertThat(nodes(after.audience())).as(about).isEqualTo(nodes(before.audience()));
            }
            default -> {}
        }
    }

    /**
     * What stood before the gap still stands before the moved node, and what stood behind, behind.
     */
    private static void lands(
            String about, AssetPackage before, PackageEdit.MoveNode move, AssetPackage after) {
        if (!move.node().parent().equals(move.group())) {
            return;
        }
        List<AudienceExpression> old = ((Group) PackageEdits.node(before, move.group())).members();
        List<AudienceExpression> expected = new ArrayList<>(old);
        AudienceExpression moved = expected.remove(move.node().last());
        expected.add(move.index() > move.node().last() ? move.index() - 1 : move.index(), moved);
        assertThat(((Group) PackageEdits.node(after, move.group())).members())
                .as(about)
                .isEqualTo(expected);
    }

    private static PackageEdit edit(AssetPackage pack, Random random) {
        Tag any = List.copyOf(TAGS.tags()).get(random.nextInt(TAGS.tags().size()));
        TagKey tag =
                random.nextInt(2) == 0
                        ? any.key()
                        : new TagKey("user_kaudience_" + random.nextInt(5));
        // Mostly where the tag belongs: what is refused is soon seen, what is made is not.
        Category zone = random.nextInt(8) > 0 ? any.category() : Category.AUDIENCE;
        GroupKind kind = List.of(GroupKind.values()).get(random.nextInt(3));
        int index = random.nextInt(5) - 1;
        Condition condition = new Condition(new TagRule.Missing("city" + random.nextInt(3)));
        return switch (random.nextInt(21)) {
            case 17 -> new PackageEdit.AddCondition(condition.rule(), path(pack, random), index);
            case 18 -> new PackageEdit.ReplaceLeaf(path(pack, random), condition);
            case 19 -> new PackageEdit.ReplaceLeaf(path(pack, random), new TagRef(tag));
            case 0, 1, 2 -> new PackageEdit.AddToAudience(tag, path(pack, random), index);
            case 16 -> new PackageEdit.ExcludeFromAudience(tag);
            case 3, 4, 14, 15 -> new PackageEdit.AddToZone(any.key(), zone, Math.min(index, 1));
            case 5, 6 -> new PackageEdit.AddGroup(kind, path(pack, random), index);
            case 7 -> new PackageEdit.RemoveNode(path(pack, random));
            case 8 -> new PackageEdit.RemoveFromZone(zone, index);
            case 9, 10 -> new PackageEdit.MoveNode(path(pack, random), path(pack, random), index);
            case 11, 20 -> new PackageEdit.MoveInZone(zone, index, random.nextInt(5) - 1);
            case 12 -> new PackageEdit.ChangeKind(path(pack, random), kind);
            default ->
                    random.nextInt(6) > 0
                            ? new PackageEdit.Rename(LocalizedText.of("n" + index, "名"))
                            : new PackageEdit.ReplaceAudience(
                                    new AllOf(List.of(new TagRef(tag), kind.group(List.of()))));
        };
    }

    /** Mostly a path that is there, sometimes one that is not. */
    private static NodePath path(AssetPackage pack, Random random) {
        NodePath path = NodePath.ROOT;
        AudienceExpression node = pack.audience();
        while (node instanceof Group group && random.nextInt(3) > 0) {
            int index = random.nextInt(group.members().size() + 1);
            path = path.child(index);
            if (index == group.members().size()) {
                return random.nextInt(4) == 0 ? path : path.parent();
            }
            node = group.members().get(index);
        }
        return path;
    }

    private static List<Leaf> leaves(AudienceExpression expression) {
        return switch (expression) {
            case Leaf leaf -> List.of(leaf);
            case Group group -> group.members().stream().flatMap(m -> leaves(m).stream()).toList();
        };
    }

    private static int nodes(AudienceExpression expression) {
        return switch (expression) {
            case Leaf leaf -> 1;
            case Group group ->
                    1 + group.members().stream().mapToInt(PackageEditsPropertyTest::nodes).sum();
        };
    }

    private static AssetPackage empty() {
        return AssetPackage.empty(new PackageKey("pack_one"), NAME, new SourceName("customers"));
    }

    private static Tag tag(Category category, int number) {
        boolean audience = category == Category.AUDIENCE;
        return new Tag(
                new TagKey(
                        (audience ? "user" : "coupon")
                                + "_"
                                + "k"
                                + category.name().toLowerCase(Locale.ROOT)
                                + "_"
                                + number),
                category,
                NAME,
                NAME,
                Optional.empty(),
                audience ? Optional.of(new TagRule.Missing("x")) : Optional.empty(),
                Optional.empty());
    }
}
