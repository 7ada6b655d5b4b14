package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.compare.PackageChange.PutIn;
import io.marquetry.compare.PackageChange.Renamed;
import io.marquetry.compare.PackageChange.Reordered;
import io.marquetry.compare.PackageChange.SourceChanged;
import io.marquetry.compare.PackageChange.TakenOut;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what became of a package from one state to a later one, and makes it so. */
public final class PackageChanges {

    private static final List<Category> ZONES =
            List.of(Category.BENEFIT, Category.CONTENT, Category.RULE);

    private PackageChanges() {}

    /**
     * Returns what changed; made to the earlier state by {@link #apply}, it gives the later one.
     * What the tags and assets of the two say is not looked at.
     */
    public static List<PackageChange> between(AssetPackage before, AssetPackage after) {
        List<PackageChange> changes = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changes.add(new Renamed(before.name(), after.name()));
        }
        if (!before.source().equals(after.source())) {
            changes.add(new SourceChanged(before.source(), after.source()));
        }
        changes.addAll(AudienceChanges.between(before.audience(), after.audience()));
        for (Category zone : ZONES) {
            changes.addAll(zone(zone, before.zone(zone), after.zone(zone)));
        }
        return List.copyOf(changes);
    }

    private static List<PackageChange> zone(
            Category zone, List<TagKey> before, List<TagKey> after) {
        List<PackageChange> changes = new ArrayList<>();
        before.stream()
                .filter(tag -> !after.contains(tag))
                .forEach(tag -> changes.add(new TakenOut(zone, tag)));
        for (int i = 0; i < after.size(); i++) {
            if (!before.contains(after.get(i))) {
                changes.add(new PutIn(zone, after.get(i), i));
            }
        }
        if (!zone(before, zone, changes).equals(after)) {
            changes.add(new Reordered(zone, after));
        }
        return changes;
    }

    /** Makes changes, all at once; places are those of the state that they are made to. */
    public static AssetPackage apply(AssetPackage before, List<PackageChange> changes) {
        AssetPackage now =
                before.withAudience(
                        AudienceChanges.apply(
                                before.audience(),
                                changes.stream()
                                        .filter(PackageChange.OfAudience.class::isInstance)
                                        .map(PackageChange.OfAudience.class::cast)
                                        .toList()));
        for (PackageChange change : changes) {
            if (change instanceof Renamed renamed) {
                now = now.withName(renamed.after());
            } else if (change instanceof SourceChanged source) {
                now = now.withSource(source.after());
            }
        }
        for (Category zone : ZONES) {
            now = now.withZone(zone, zone(before.zone(zone), zone, changes));
        }
        return now;
    }

    /** Returns the audience after one change alone. */
    static AllOf alone(AssetPackage before, PackageChange.OfAudience change) {
        return AudienceChanges.apply(before.audience(), List.of(change));
    }

    private static List<TagKey> zone(
            List<TagKey> before, Category zone, List<PackageChange> changes) {
        Predicate<TagKey> gone = tag -> changes.contains(new TakenOut(zone, tag));
        List<TagKey> now = new ArrayList<>(before.stream().filter(gone.negate()).toList());
        for (PackageChange change : changes) {
            if (change instanceof PutIn in && in.zone() == zone) {
                now.add(Math.min(in.index(), now.size()), in.tag());
            } else if (change instanceof Reordered order && order.zone() == zone) {
                now = new ArrayList<>(order.after());
            }
        }
        return List.copyOf(now);
    }
}
