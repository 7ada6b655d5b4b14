package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditRules;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what keeps a package from being finished. */
final class PackageChecks {

    private final TagCatalog tags;
    private final Map<AssetKey, Asset> assets;

    PackageChecks(TagCatalog tags, Map<AssetKey, Asset> assets) {
        this.tags = tags;
        this.assets = assets;
    }

    /** Returns why the package cannot be finished, the gravest first; empty where it can. */
    List<Problem> problems(AssetPackage pack, ProfileSource source) {
        Set<Problem> found = new LinkedHashSet<>();
        found.addAll(misplaced(Expressions.tagsIn(pack.audience()), Category.AUDIENCE));
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            found.addAll(misplaced(pack.zone(zone), zone));
        }
        if (pack.audience().members().isEmpty()) {
            found.add(Problem.of("problem.package.noAudience", pack.key().value()));
        }
        emptyGroups(pack.audience(), "", found);
        if (found.isEmpty()) {
            found.addAll(new RuleCheck(source, tags).problems(pack.audience()));
        }
        for (TagKey key : pack.tags()) {
            tags.find(key)
                    .flatMap(tag -> tag.asset())
                    .filter(asset -> !assets.containsKey(asset))
                    .ifPresent(
                            asset ->
                                    found.add(
                                            Problem.of(
                                                    "problem.tag.assetUnknown",
                                                    key.value(),
                                                    asset)));
        }
        return List.copyOf(found);
    }

    private List<Problem> misplaced(Collection<TagKey> keys, Category zone) {
        List<Problem> found = new ArrayList<>();
        keys.forEach(key -> EditRules.misplaced(key, zone, tags).ifPresent(found::add));
        return found;
    }

    private static void emptyGroups(Group group, String place, Set<Problem> found) {
        int number = 1;
        for (AudienceExpression member : group.members()) {
            String here = place + (place.isEmpty() ? "" : ".") + number++;
            if (member instanceof Group inner && inner.members().isEmpty()) {
                found.add(Problem.of("problem.package.emptyGroup." + inner.kind(), here));
            } else if (member instanceof Group inner) {
                emptyGroups(inner, here, found);
            }
        }
    }
}
