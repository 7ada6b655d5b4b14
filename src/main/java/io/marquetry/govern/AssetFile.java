package io.marquetry.govern;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.handoff.AssetJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A file of assets with how they are kept.
 *
 * @param assets in the order of the file, no key twice; their revisions say nothing
 */
public record AssetFile(List<GovernedAsset> assets) {

    /** The name of the format. */
    public static final String FORMAT = "marquetry/assets";

    private static final int VERSION = 1;

    /** Copies the list. */
    public AssetFile {
        assets = List.copyOf(assets);
    }

    /**
     * Reads a whole file.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static AssetFile read(Path file) {
        JsonView view = JsonView.of(StrictJson.read(file));
        JsonView format = view.get("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refuse("problem.json.format", JsonView.shown(format.text()), FORMAT);
        }
        JsonView number = view.get("formatVersion");
        long found = number.whole(0, Json.Whole.MAX);
        if (found != VERSION) {
            throw number.refuse(
                    found > VERSION ? "problem.json.formatNewer" : "problem.json.formatUnknown",
                    found,
                    VERSION);
        }
        view.only("format", "formatVersion", "assets");
        Set<String> seen = new HashSet<>();
        return new AssetFile(
                view.get("assets")
                        .items(
                                item -> {
                                    GovernedAsset asset = asset(item);
                                    if (!seen.add(asset.key().value())) {
                                        throw item.refuse(
                                                "problem.json.keyTwice", asset.key().value());
                                    }
                                    return asset;
                                }));
    }

    private static GovernedAsset asset(JsonView item) {
        item.only("asset", "care");
        return new GovernedAsset(
                AssetJson.read(item.get("asset")),
                item.find("care").map(CareJson::read).orElse(Care.of(LifeState.DRAFT)),
                Revision.NONE);
    }

    /**
     * Writes the file in its canonical form, whole or not at all.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be written
     */
    public void write(Path file) {
        try {
            DurableFiles.write(file.toAbsolutePath(), CanonicalJson.bytes(json()));
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    private Json.Members json() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put(
                        "assets",
                        assets,
                        asset ->
                                new JsonMembers()
                                        .put("asset", AssetJson.write(asset.asset()))
                                        .put("care", CareJson.write(asset.care()))
                                        .done())
                .done();
    }

    /**
     * Adds or replaces all assets of the file, or none; durable when it returns. The life of an
     * asset that is there goes on: only a new one is where the file says.
     *
     * @return how many are new
     * @throws io.marquetry.base.ProblemException if one is refused
     */
    public int into(AssetCentre centre) {
        SortedMap<AssetKey, GovernedAsset> known = centre.assets();
        Collection<GovernedAsset> taken =
                assets.stream()
                        .map(
                                asset -> {
                                    GovernedAsset before = known.get(asset.key());
                                    return before == null
                                            ? asset
                                            : new GovernedAsset(
                                                    asset.asset(),
                                                    asset.care()
                                                            .withState(
                                                                    before.care().state(),
                                                                    before.care().successor(),
                                                                    before.care().reason()),
                                                    before.revision());
                                })
                        .toList();
        centre.save(taken);
        return (int) assets.stream().filter(asset -> !known.containsKey(asset.key())).count();
    }
}
