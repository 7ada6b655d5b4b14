package io.marquetry.requirement;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.govern.GovernedTags;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edits that make a package of accepted tags. */
final class MappedPackage {

    private MappedPackage() {}

    static List<PackageEdit> of(List<Requirement.Accepted> accepted, GovernedTags tags) {
        Map<String, List<AudienceExpression>> byDimension = new LinkedHashMap<>();
        Set<TagRef> excluded = new LinkedHashSet<>();
        Map<Category, Set<TagKey>> zones = new EnumMap<>(Category.class);
        for (Requirement.Accepted one : accepted) {
            TagKey key = tags.get(one.tag()).key();
            Category category = tags.get(key).tag().category();
            if (category != Category.AUDIENCE) {
                zones.computeIfAbsent(category, k -> new LinkedHashSet<>()).add(key);
            } else if (one.excluded()) {
                excluded.add(new TagRef(key));
            } else {
                List<AudienceExpression> alike =
                        byDimension.computeIfAbsent(
                                key.type() + '_' + key.dimension(), k -> new ArrayList<>());
                if (!alike.contains(new TagRef(key))) {
                    alike.add(new TagRef(key));
                }
            }
        }
        List<AudienceExpression> members = new ArrayList<>();
        byDimension
                .values()
                .forEach(
                        alike ->
                                members.add(
                                        alike.size() == 1 ? alike.getFirst() : new AnyOf(alike)));
        if (!excluded.isEmpty()) {
            members.add(new Except(new ArrayList<AudienceExpression>(excluded)));
        }
        List<PackageEdit> edits = new ArrayList<>();
        if (!members.isEmpty()) {
            edits.add(new PackageEdit.ReplaceAudience(new AllOf(members)));
        }
        zones.forEach(
                (zone, keys) -> {
                    int at = 0;
                    for (TagKey key : keys) {
                        edits.add(new PackageEdit.AddToZone(key, zone, at++));
                    }
                });
        return edits;
    }
}
