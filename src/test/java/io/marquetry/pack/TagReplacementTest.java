package io.marquetry.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Other keys in the place of some, over random drafts with undone edits in their history. */
class TagReplacementTest {

    /** A profile of its own asks for many more. */
    private static final int DRAFTS = Integer.getInteger("marquetry.drafts", 400);

    private static final TagKey A = new TagKey("user_tag_a");
    private static final TagKey B = new TagKey("user_tag_b");
    private static final TagKey FRESH = new TagKey("user_tag_fresh");
    private static final List<TagKey> TAGS =
            List.of(A, B, new TagKey("user_tag_c"), new TagKey("user_tag_d"));

    @Test
    void renamedDraftIsTheSameUnderTheOtherKeyAtEveryStep() {
        UnaryOperator<TagKey> there = key -> key.equals(A) ? FRESH : key;
        UnaryOperator<TagKey> back = key -> key.equals(FRESH) ? A : key;
        Random random = new Random(15);
        for (int i = 0; i < DRAFTS; i++) {
            PackageDraft draft = draft(random);
            PackageDraft renamed = TagReplacement.renamed(draft, there);
            assertThat(TagReplacement.isNamed(renamed, A)).isFalse();
            PackageDraft one = first(draft);
            PackageDraft other = first(renamed);
            for (int step = 0; step <= draft.edits().size(); step++) {
                assertThat(other.current()).isEqualTo(TagReplacement.renamed(one.current(), there));
                one = one.redo();
                other = other.redo();
            }
            PackageDraft again = TagReplacement.renamed(renamed, back);
            assertThat(again.base()).isEqualTo(draft.base());
            assertThat(again.edits()).isEqualTo(draft.edits());
            assertThat(again.cursor()).isEqualTo(draft.cursor());
        }
    }

    @Test
    void mergedDraftHoldsWhoTheOtherTagHoldsAndIsUndoneInOneStep() {
        Random random = new Random(51);
        for (int i = 0; i < DRAFTS; i++) {
            PackageDraft draft = draft(random);
            PackageDraft merged = draft.apply(new PackageEdit.ReplaceTag(A, B));
            assertThat(merged.current().tags()).doesNotContain(A);
            assertThat(merged.undo().current()).isEqualTo(draft.current());
            assertThat(twice(merged.current().audience(), B)).isFalse();
            for (int people = 0; people < 16; people++) {
                // A profile carries B and, in a world where both are the same, A as well.
                Set<TagKey> carried = carried(people);
                assertThat(holds(merged.current().audience(), carried))
                        .as("%s as %s", draft.current().audience(), carried)
                        .isEqualTo(holds(draft.current().audience(), asOne(carried)));
            }
        }
    }

    @Test
    void tagsThatStandSideBySideFallTogetherAtTheFirstPlace() {
        AllOf before = new AllOf(List.of(new TagRef(A), new TagRef(TAGS.get(2)), new TagRef(B)));
        assertThat(TagReplacement.merged(pack(before), A, B).audience())
                .isEqualTo(new AllOf(List.of(new TagRef(B), new TagRef(TAGS.get(2)))));
        AssetPackage zones = pack(before).withZone(Category.BENEFIT, List.of(B, A));
        assertThat(TagReplacement.merged(zones, A, B).benefits()).containsExactly(B);
    }

    private static PackageDraft first(PackageDraft draft) {
        return PackageDraft.replay(draft.base(), draft.edits(), 0);
    }

    private static boolean twice(AudienceExpression at, TagKey tag) {
        return at instanceof Group group
                && (group.members().stream().filter(new TagRef(tag)::equals).count() > 1
                        || group.members().stream().anyMatch(member -> twice(member, tag)));
    }

    private static Set<TagKey> carried(int bits) {
        List<TagKey> carried = new ArrayList<>();
        for (int i = 0; i < TAGS.size(); i++) {
            if ((bits >> i & 1) == 1) {
                carried.add(TAGS.get(i));
            }
        }
        return Set.copyOf(carried);
    }

    private static Set<TagKey> asOne(Set<TagKey> carried) {
        List<TagKey> same = new ArrayList<>(carried);
        same.remove(A);
        if (carried.contains(B)) {
            same.add(A);
        }
        return Set.copyOf(same);
    }

    private static boolean holds(AudienceExpression at, Set<TagKey> carried) {
        if (at instanceof TagRef ref) {
            return carried.contains(ref.tag());
        }
        List<AudienceExpression> members =
                ((Group) at)
                        .members().stream()
                                .filter(m -> !(m instanceof Group g) || !isEmpty(g))
                                .toList();
        return switch (((Group) at).kind()) {
            case ALL_OF -> members.stream().allMatch(m -> holds(m, carried));
            case ANY_OF -> members.stream().anyMatch(m -> holds(m, carried));
            case EXCEPT -> members.stream().noneMatch(m -> holds(m, carried));
        };
    }

    private static boolean isEmpty(Group group) {
        return group.members().stream().allMatch(m -> m instanceof Group inner && isEmpty(inner));
    }

    /** Makes edits at random places, those that the rules of places refuse left out. */
    private static PackageDraft draft(Random random) {
        PackageDraft draft = PackageDraft.of(pack(new AllOf(List.of(new TagRef(tag(random))))));
        int edits = 1 + random.nextInt(12);
        for (int i = 0; i < edits; i++) {
            PackageEdit edit = edit(random, draft.current());
            if (EditPlaces.exist(draft.current(), edit) && isAllowed(draft.current(), edit)) {
                draft = draft.apply(edit);
            }
        }
        for (int undone = random.nextInt(4); undone > 0; undone--) {
            draft = draft.undo();
        }
        return draft;
    }

    private static boolean isAllowed(AssetPackage pack, PackageEdit edit) {
        try {
            AssetPackage next = PackageEdits.apply(pack, edit);
            return TAGS.stream().noneMatch(tag -> twice(next.audience(), tag))
                    && !(edit instanceof PackageEdit.ChangeKind kind && kind.group().isRoot());
        } catch (IndexOutOfBoundsException | ClassCastException notThere) {
            return false;
        }
    }

    private static PackageEdit edit(Random random, AssetPackage pack) {
        NodePath path = path(random);
        int index = random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new PackageEdit.AddToAudience(tag(random), path, index);
            case 2 -> new PackageEdit.AddGroup(kind(random), path, index);
            case 3 -> new PackageEdit.RemoveNode(path);
            case 4 -> new PackageEdit.MoveNode(path, path(random), index);
            case 5 -> new PackageEdit.ChangeKind(path, kind(random));
            case 6 -> new PackageEdit.ExcludeFromAudience(tag(random));
            case 7 ->
                    new PackageEdit.ReplaceAudience(
                            new AllOf(
                                    List.of(
                                            new TagRef(tag(random)),
                                            new Except(List.of(new TagRef(tag(random)))))));
            default ->
                    pack.benefits().isEmpty()
                            ? new PackageEdit.AddToZone(tag(random), Category.BENEFIT, 0)
                            : new PackageEdit.RemoveFromZone(Category.BENEFIT, 0);
        };
    }

    private static NodePath path(Random random) {
        NodePath path = NodePath.ROOT;
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path = path.child(random.nextInt(3));
        }
        return path;
    }

    private static GroupKind kind(Random random) {
        return List.of(GroupKind.values()).get(random.nextInt(GroupKind.values().length));
    }

    private static TagKey tag(Random random) {
        return TAGS.get(random.nextInt(TAGS.size()));
    }

    private static AssetPackage pack(AllOf audience) {
        return AssetPackage.empty(
                        new PackageKey("pack_one"),
                        LocalizedText.of("One", "一"),
                        new SourceName("retail"))
                .withAudience(audience);
    }
}
