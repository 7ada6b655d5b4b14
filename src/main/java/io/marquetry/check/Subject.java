package io.marquetry.check;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceSize;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.GovernedTags;
import io.marquetry.pack.AssetPackage;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A package as it is looked at, with all that the checks have to know of it.
 *
 * @param size how many are addressed
 * @param today the day of whoever works here
 */
record Subject(
        AssetPackage pack,
        GovernedTags tags,
        TagCatalog catalog,
        Map<AssetKey, GovernedAsset> assets,
        ProfileSource source,
        AudienceSize size,
        LocalDate today) {

    Subject {
        assets = Map.copyOf(assets);
    }

    /** Returns the assets that the tags of a zone stand for. */
    List<Asset> assets(Category zone) {
        return kept(pack.zone(zone)).stream().map(GovernedAsset::asset).toList();
    }

    /** Returns all assets that its tags stand for, with how they are kept. */
    List<GovernedAsset> kept() {
        return kept(pack.tags());
    }

    private List<GovernedAsset> kept(Collection<TagKey> keys) {
        return keys.stream()
                .flatMap(key -> catalog.find(key).stream())
                .flatMap(tag -> tag.asset().stream())
                .flatMap(key -> Optional.ofNullable(assets.get(key)).stream())
                .distinct()
                .toList();
    }

    /** Returns what all assets say. */
    Map<AssetKey, Asset> said() {
        return assets.values().stream()
                .collect(Collectors.toMap(GovernedAsset::key, GovernedAsset::asset));
    }

    /** Returns the share of people who are held out, 0 where no rule says so. */
    double holdout() {
        return assets(Category.RULE).stream()
                .flatMap(rule -> Facts.number(rule, "holdout_percent").stream())
                .map(percent -> percent.doubleValue() / 100)
                .filter(share -> share > 0 && share < 1)
                .findFirst()
                .orElse(0.0);
    }

    /** Returns how many people are held out. */
    long held() {
        return Math.round(size.audience() * holdout());
    }

    /** Returns how many people get something. */
    long treated() {
        return size.audience() - held();
    }
}
