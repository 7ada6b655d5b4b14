package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;

/** One thing in which a package differs from itself at another time. */
public sealed interface PackageDifference {

    /** It is called otherwise. */
    record Name(LocalizedText before, LocalizedText after) implements PackageDifference {}

    /** It addresses the profiles of another source. */
    record Source(SourceName before, SourceName after) implements PackageDifference {}

    /** It addresses others. */
    record Audience(AllOf before, AllOf after) implements PackageDifference {}

    /**
     * A zone holds other tags, or the same in another order.
     *
     * @param added tags that came, in their order
     * @param removed tags that went, in their order
     * @param after all that the zone holds now
     */
    record Zone(Category zone, List<TagKey> added, List<TagKey> removed, List<TagKey> after)
            implements PackageDifference {

        /** Copies the lists. */
        public Zone {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            after = List.copyOf(after);
        }
    }

    /** Returns in what a package differs from what was before; empty where it says the same. */
    static List<PackageDifference> between(AssetPackage before, AssetPackage after) {
        List<PackageDifference> found = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            found.add(new Name(before.name(), after.name()));
        }
        if (!before.source().equals(after.source())) {
            found.add(new Source(before.source(), after.source()));
        }
        if (!before.audience().equals(after.audience())) {
            found.add(new Audience(before.audience(), after.audience()));
        }
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            List<TagKey> old = before.zone(zone);
            List<TagKey> now = after.zone(zone);
            if (!old.equals(now)) {
                found.add(new Zone(zone, without(now, old), without(old, now), now));
            }
        }
        return List.copyOf(found);
    }

    /** Returns the edits that make one package say what another says, its key apart. */
    static List<PackageEdit> edits(AssetPackage from, AssetPackage to) {
        List<PackageEdit> edits = new ArrayList<>();
        for (PackageDifference difference : between(from, to)) {
            switch (difference) {
                case Name name -> edits.add(new PackageEdit.Rename(name.after()));
                case Source source -> edits.add(new PackageEdit.ChangeSource(source.after()));
                case Audience audience ->
                        edits.add(new PackageEdit.ReplaceAudience(audience.after()));
                case Zone zone -> {
                    for (int i = from.zone(zone.zone()).size() - 1; i >= 0; i--) {
                        edits.add(new PackageEdit.RemoveFromZone(zone.zone(), i));
                    }
                    for (int i = 0; i < zone.after().size(); i++) {
                        edits.add(new PackageEdit.AddToZone(zone.after().get(i), zone.zone(), i));
                    }
                }
            }
        }
        return edits;
    }

    private static List<TagKey> without(List<TagKey> tags, List<TagKey> others) {
        return tags.stream().filter(tag -> !others.contains(tag)).toList();
    }
}
