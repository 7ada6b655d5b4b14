package io.marquetry.ui.compose.drag;

import static io.marquetry.ui.compose.Shelf.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditRules;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.compose.Shelf;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class DropPlansTest {

    private final TagCatalog tags = Shelf.filled().tags().catalog();
    private final AssetPackage pack =
            AssetPackage.empty(Shelf.PACK, LocalizedText.of(Locale.ENGLISH, "Spring"), Shelf.SOURCE)
                    .withAudience(
                            ExpressionText.parse(
                                    "user_level_gold and (user_churn_low or user_churn_high)"))
                    .withZone(
                            Category.BENEFIT,
                            List.of(key("coupon_value_50"), key("coupon_discount_limited")));

    private DropPlan plan(DragCargo cargo, DropPlace place) {
        return DropPlans.of(pack, cargo, place, edit -> EditRules.refusal(pack, edit, tags));
    }

    private LocalizedText nameOf(String tag) {
        return tags.get(key(tag)).name();
    }

    private static DropPlan.Refused refused(String key, Object... args) {
        return new DropPlan.Refused(Problem.of(key, args));
    }

    @Test
    void benefitIsRefusedInTheAudience() {
        assertThat(
                        plan(
                                new DragCargo.NewTag(key("coupon_value_50")),
                                new DropPlace.InGroup(NodePath.ROOT, 0)))
                .isEqualTo(
                        refused(
                                "problem.edit.category.BENEFIT.AUDIENCE",
                                nameOf("coupon_value_50")));
        assertThat(
                        plan(
                                new DragCargo.ZoneTag(Category.BENEFIT, 0),
                                new DropPlace.InGroup(NodePath.ROOT, 0)))
                .isEqualTo(
                        refused(
                                "problem.edit.category.BENEFIT.AUDIENCE",
                                nameOf("coupon_value_50")));
    }

    @Test
    void tagThatIsThereIsRefused() {
        assertThat(
                        plan(
                                new DragCargo.NewTag(key("user_level_gold")),
                                new DropPlace.InGroup(NodePath.ROOT, 2)))
                .isEqualTo(refused("problem.edit.already", nameOf("user_level_gold")));
        assertThat(
                        plan(
                                new DragCargo.NewTag(key("coupon_value_50")),
                                new DropPlace.InZone(Category.BENEFIT, 2)))
                .isEqualTo(refused("problem.edit.already", nameOf("coupon_value_50")));
    }

    @Test
    void groupIsRefusedInItselfAndInOtherZones() {
        DragCargo group = new DragCargo.AudienceNode(NodePath.of(1));
        assertThat(plan(group, new DropPlace.InGroup(NodePath.of(1), 0)))
                .isEqualTo(refused("problem.edit.intoItself"));
        assertThat(plan(group, new DropPlace.InZone(Category.RULE, 0)))
                .isEqualTo(refused("problem.edit.groupOutside"));
    }

    @Test
    void whereItLiesAlreadyNothingHappens() {
        DragCargo gold = new DragCargo.AudienceNode(NodePath.of(0));
        assertThat(plan(gold, new DropPlace.InGroup(NodePath.ROOT, 0)))
                .isEqualTo(new DropPlan.Nothing());
        assertThat(plan(gold, new DropPlace.InGroup(NodePath.ROOT, 1)))
                .isEqualTo(new DropPlan.Nothing());
        assertThat(
                        plan(
                                new DragCargo.ZoneTag(Category.BENEFIT, 1),
                                new DropPlace.InZone(Category.BENEFIT, 2)))
                .isEqualTo(new DropPlan.Nothing());
    }

    @Test
    void paletteTakesThingsOut() {
        assertThat(plan(new DragCargo.AudienceNode(NodePath.of(1, 0)), new DropPlace.OnPalette()))
                .isEqualTo(new DropPlan.Makes(new PackageEdit.RemoveNode(NodePath.of(1, 0))));
        assertThat(plan(new DragCargo.ZoneTag(Category.BENEFIT, 1), new DropPlace.OnPalette()))
                .isEqualTo(new DropPlan.Makes(new PackageEdit.RemoveFromZone(Category.BENEFIT, 1)));
        assertThat(plan(new DragCargo.NewTag(key("user_level_gold")), new DropPlace.OnPalette()))
                .isEqualTo(new DropPlan.Nothing());
    }
}
