package io.marquetry.ui.compose.drag;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageEdits;
import io.marquetry.tag.TagKey;

import java.util.Optional;
import java.util.function.Function;

/** Turns a dragged thing and a place into the edit that letting go makes. */
public final class DropPlans {

    private DropPlans() {}

    /**
     * Returns what dropping the cargo at the place would do to the package.
     *
     * @param refusal why an edit of the package is refused; empty where it is allowed
     */
    public static DropPlan of(
            AssetPackage pack,
            DragCargo cargo,
            DropPlace place,
            Function<PackageEdit, Optional<Problem>> refusal) {
        DropPlan plan =
                switch (place) {
                    case DropPlace.InGroup in -> intoGroup(pack, cargo, in);
                    case DropPlace.InZone in -> intoZone(pack, cargo, in);
                    case DropPlace.OnPalette out -> out(cargo);
                };
        return plan instanceof DropPlan.Makes makes
                ? refusal.apply(makes.edit()).<DropPlan>map(DropPlan.Refused::new).orElse(plan)
                : plan;
    }

    private static DropPlan intoGroup(AssetPackage pack, DragCargo cargo, DropPlace.InGroup in) {
        return switch (cargo) {
            case DragCargo.NewTag n -> add(n.tag(), in);
            case DragCargo.Column c -> new DropPlan.Asks(c.name(), in.group(), in.index());
            case DragCargo.ZoneTag z -> add(pack.zone(z.zone()).get(z.index()), in);
            case DragCargo.AudienceNode a -> {
                boolean same = !a.node().isRoot() && a.node().parent().equals(in.group());
                boolean stays =
                        same
                                && (in.index() == a.node().last()
                                        || in.index() == a.node().last() + 1);
                yield stays
                        ? new DropPlan.Nothing()
                        : new DropPlan.Makes(
                                new PackageEdit.MoveNode(a.node(), in.group(), in.index()));
            }
        };
    }

    private static DropPlan intoZone(AssetPackage pack, DragCargo cargo, DropPlace.InZone in) {
        return switch (cargo) {
            case DragCargo.NewTag n -> add(n.tag(), in);
            case DragCargo.Column c ->
                    new DropPlan.Refused(Problem.of("problem.edit.conditionOutside"));
            case DragCargo.ZoneTag z -> {
                if (z.zone() != in.zone()) {
                    yield add(pack.zone(z.zone()).get(z.index()), in);
                }
                yield in.index() == z.index() || in.index() == z.index() + 1
                        ? new DropPlan.Nothing()
                        : new DropPlan.Makes(
                                new PackageEdit.MoveInZone(in.zone(), z.index(), in.index()));
            }
            case DragCargo.AudienceNode a ->
                    switch (PackageEdits.node(pack, a.node())) {
                        case TagRef ref -> add(ref.tag(), in);
                        case Condition condition ->
                                new DropPlan.Refused(Problem.of("problem.edit.conditionOutside"));
                        case Group group ->
                                new DropPlan.Refused(Problem.of("problem.edit.groupOutside"));
                    };
        };
    }

    private static DropPlan out(DragCargo cargo) {
        return switch (cargo) {
            case DragCargo.NewTag n -> new DropPlan.Nothing();
            case DragCargo.Column c -> new DropPlan.Nothing();
            case DragCargo.AudienceNode a ->
                    new DropPlan.Makes(new PackageEdit.RemoveNode(a.node()));
            case DragCargo.ZoneTag z ->
                    new DropPlan.Makes(new PackageEdit.RemoveFromZone(z.zone(), z.index()));
        };
    }

    private static DropPlan add(TagKey tag, DropPlace.InGroup in) {
        return new DropPlan.Makes(new PackageEdit.AddToAudience(tag, in.group(), in.index()));
    }

    private static DropPlan add(TagKey tag, DropPlace.InZone in) {
        return new DropPlan.Makes(new PackageEdit.AddToZone(tag, in.zone(), in.index()));
    }
}
