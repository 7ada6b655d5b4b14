package io.marquetry.govern;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
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
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file of assets with how they are kept.
 *
 * @param assets in the order of the file, no key twice; their revisions say nothing
 * @param pictures that they show, each once
 */
public record AssetFile(List<GovernedAsset> assets, List<PictureFile> pictures) {

    /** The name of the format. */
    public static final String FORMAT = "marquetry/assets";

    private static final int VERSION = 1;

    /** The version that brought pictures; files without any are of the first for ever. */
    private static final int WITH_PICTURES = 2;

    /** Copies the lists. */
    public AssetFile {
        assets = List.copyOf(assets);
        pictures = List.copyOf(pictures);
    }

    /**
     * Returns a file of assets with their pictures, as far as these are here.
     *
     * @param kept finds the bytes of a picture
     */
    public static AssetFile of(
            Collection<GovernedAsset> assets, Function<Picture, Optional<PictureFile>> kept) {
        Map<String, PictureFile> shown = new TreeMap<>();
        for (GovernedAsset asset : assets) {
            for (Picture picture : asset.asset().pictures()) {
                if (!shown.containsKey(picture.sha256())) {
                    kept.apply(picture).ifPresent(file -> shown.put(picture.sha256(), file));
                }
            }
        }
        return new AssetFile(List.copyOf(assets), List.copyOf(shown.values()));
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
        if (found < VERSION || found > WITH_PICTURES) {
            throw number.refuse(
                    found > WITH_PICTURES
                            ? "problem.json.formatNewer"
                            : "problem.json.formatUnknown",
                    found,
                    WITH_PICTURES);
        }
        view.only("format", "formatVersion", "assets", "pictures");
        Set<String> seen = new HashSet<>();
        List<GovernedAsset> assets =
                view.get("assets")
                        .items(
                                item -> {
                                    GovernedAsset asset = asset(item);
                                    if (!seen.add(asset.key().value())) {
                                        throw item.refuse(
                                                "problem.json.keyTwice", asset.key().value());
                                    }
                                    return asset;
                                });
        Set<String> shown =
                assets.stream()
                        .flatMap(asset -> asset.asset().pictures().stream())
                        .map(Picture::sha256)
                        .collect(Collectors.toSet());
        return new AssetFile(
                assets,
                view
                        .find("pictures")
                        .map(all -> all.items(AssetFile::picture))
                        .orElse(List.of())
                        .stream()
                        .filter(one -> shown.contains(one.picture().sha256()))
                        .toList());
    }

    private static PictureFile picture(JsonView item) {
        item.only("sha256", "content");
        JsonView content = item.get("content");
        byte[] bytes =
                content.make(
                        "problem.asset.content", () -> Base64.getDecoder().decode(content.text()));
        PictureFile file = content.locate(() -> PictureFile.of(item.get("sha256").text(), bytes));
        if (!file.picture().sha256().equals(item.get("sha256").text())) {
            throw item.refuse("problem.asset.content");
        }
        return file;
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
     * @throws io.marquetry.base.ProblemException if it cannot be written, or would be too large to
     *     be read again
     */
    public void write(Path file) {
        byte[] bytes = CanonicalJson.bytes(json());
        if (bytes.length > StrictJson.MAX_BYTES) {
            throw Problem.of("problem.asset.fileLarge", StrictJson.MAX_BYTES >> 20).asException();
        }
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes);
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    private Json.Members json() {
        JsonMembers members =
                new JsonMembers()
                        .put("format", FORMAT)
                        .put("formatVersion", isFirst() ? VERSION : WITH_PICTURES)
                        .put(
                                "assets",
                                assets,
                                asset ->
                                        new JsonMembers()
                                                .put("asset", AssetJson.write(asset.asset()))
                                                .put("care", CareJson.write(asset.care()))
                                                .done());
        if (!pictures.isEmpty()) {
            members.put(
                    "pictures",
                    pictures,
                    one ->
                            new JsonMembers()
                                    .put("sha256", one.picture().sha256())
                                    .put("content", Base64.getEncoder().encodeToString(one.bytes()))
                                    .done());
        }
        return members.done();
    }

    private boolean isFirst() {
        return assets.stream().allMatch(asset -> asset.asset().pictures().isEmpty());
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
        centre.save(taken, pictures);
        return (int) assets.stream().filter(asset -> !known.containsKey(asset.key())).count();
    }
}
