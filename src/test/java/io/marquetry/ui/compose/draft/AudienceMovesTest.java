package io.marquetry.ui.compose.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageEdits;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.compose.Shelf;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class AudienceMovesTest {

    private static final List<GroupKind> KINDS = List.of(GroupKind.values());

    private static AssetPackage pack(String expression) {
        return AssetPackage.empty(
                        Shelf.PACK, LocalizedText.of(Locale.ENGLISH, "Spring"), Shelf.SOURCE)
                .withAudience(ExpressionText.parse(expression));
    }

    private static String after(AssetPackage pack, PackageEdit edit) {
        return ExpressionText.write(PackageEdits.apply(pack, edit).audience());
    }

    @Test
    void tagIsWrappedInAGroupInItsPlace() {
        AssetPackage pack = pack("user_a_x and (user_b_x or user_c_x)");
        assertThat(
                        ExpressionText.write(
                                AudienceMoves.wrap(
                                        pack.audience(), NodePath.of(1, 0), GroupKind.EXCEPT)))
                .isEqualTo("user_a_x and (not user_b_x or user_c_x)");
        assertThat(AudienceMoves.wrap(pack.audience(), NodePath.of(0), GroupKind.ANY_OF).members())
                .startsWith(new AnyOf(List.of(new TagRef(new TagKey("user_a_x")))));
    }

    @Test
    void whatIsExcludedGoesToTheOneGroupForThatAndOnlyOnce() {
        AssetPackage pack = pack("user_a_x and user_b_x");
        AssetPackage once =
                PackageEdits.apply(pack, AudienceMoves.exclude(pack, NodePath.of(0)).orElseThrow());
        assertThat(ExpressionText.write(once.audience())).isEqualTo("user_b_x and not user_a_x");
        assertThat(after(once, AudienceMoves.exclude(once, NodePath.of(0)).orElseThrow()))
                .isEqualTo("not (user_a_x or user_b_x)");
        assertThat(AudienceMoves.exclude(once, NodePath.of(1, 0))).isEmpty();
        assertThat(AudienceMoves.exclude(once, NodePath.ROOT)).isEmpty();
    }

    @Test
    void groupIsDuplicatedBehindItself() {
        AssetPackage pack = pack("user_a_x and (user_b_x or user_c_x)");
        assertThat(ExpressionText.write(AudienceMoves.twice(pack.audience(), NodePath.of(1))))
                .isEqualTo("user_a_x and (user_b_x or user_c_x) and (user_b_x or user_c_x)");
    }

    @Test
    void altArrowsMoveWithinOutAndIn() {
        AssetPackage pack = pack("user_a_x and (user_b_x or user_c_x) and user_d_x");
        assertThat(after(pack, AudienceMoves.up(NodePath.of(2)).orElseThrow()))
                .isEqualTo("user_a_x and user_d_x and (user_b_x or user_c_x)");
        assertThat(after(pack, AudienceMoves.down(pack, NodePath.of(0)).orElseThrow()))
                .isEqualTo("(user_b_x or user_c_x) and user_a_x and user_d_x");
        assertThat(after(pack, AudienceMoves.out(NodePath.of(1, 0)).orElseThrow()))
                .isEqualTo("user_a_x and user_c_x and user_b_x and user_d_x");
        assertThat(after(pack, AudienceMoves.in(pack, NodePath.of(2)).orElseThrow()))
                .isEqualTo("user_a_x and (user_b_x or user_c_x or user_d_x)");
        assertThat(after(pack, AudienceMoves.in(pack, NodePath.of(0)).orElseThrow()))
                .isEqualTo("(user_a_x or user_b_x or user_c_x) and user_d_x");
    }

    @Test
    void atTheEdgesThereIsNoMove() {
        AssetPackage pack = pack("user_a_x and user_b_x");
        assertThat(AudienceMoves.up(NodePath.of(0))).isEmpty();
        assertThat(AudienceMoves.down(pack, NodePath.of(1))).isEmpty();
        assertThat(AudienceMoves.out(NodePath.of(0))).isEmpty();
        assertThat(AudienceMoves.in(pack, NodePath.of(0))).isEmpty();
        assertThat(AudienceMoves.up(NodePath.ROOT)).isEmpty();
    }

    @Test
    void movedNodeIsFoundWhereItWent() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            int[] next = {0};
            AudienceExpression.AllOf audience =
                    new AudienceExpression.AllOf(members(random, 3, next));
            AssetPackage pack = pack("user_a_x").withAudience(audience);
            List<NodePath> order = AudienceMoves.inOrder(audience);
            NodePath node = order.get(random.nextInt(order.size()));
            NodePath group =
                    AudienceMoves.nearestGroup(audience, order.get(random.nextInt(order.size())));
            if (node.isRoot() || node.holds(group)) {
                continue;
            }
            int size = ((Group) PackageEdits.node(pack, group)).members().size();
            PackageEdit.MoveNode move =
                    new PackageEdit.MoveNode(node, group, random.nextInt(size + 1));
            AudienceExpression moved = PackageEdits.node(pack, node);
            AssetPackage result = PackageEdits.apply(pack, move);
            assertThat(PackageEdits.node(result, AudienceMoves.after(move)))
                    .as("%s in %s", move, audience)
                    .isEqualTo(moved);
        }
    }

    private static List<AudienceExpression> members(Random random, int depth, int[] next) {
        List<AudienceExpression> members = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            members.add(
                    depth == 0 || random.nextBoolean()
                            ? new TagRef(new TagKey("user_t_x" + next[0]++))
                            : KINDS.get(random.nextInt(KINDS.size()))
                                    .group(members(random, depth - 1, next)));
        }
        return members;
    }

    @Test
    void focusFindsTheNearestThatIsLeft() {
        AudienceExpression.AllOf audience =
                ExpressionText.parse("user_a_x and (user_b_x or user_c_x)");
        assertThat(AudienceMoves.nearest(audience, NodePath.of(1, 5))).isEqualTo(NodePath.of(1, 1));
        assertThat(AudienceMoves.nearest(audience, NodePath.of(4))).isEqualTo(NodePath.of(1));
        assertThat(AudienceMoves.nearestGroup(audience, NodePath.of(1, 0)))
                .isEqualTo(NodePath.of(1));
        assertThat(AudienceMoves.nearestGroup(audience, NodePath.of(0))).isEqualTo(NodePath.ROOT);
    }
}
