package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Assets as JSON. */
public final class AssetJson {

    private AssetJson() {}

    /** Writes an asset. */
    public static Json.Members write(Asset asset) {
        JsonMembers facts = new JsonMembers();
        asset.facts().forEach(facts::put);
        JsonMembers members =
                new JsonMembers()
                        .put("key", asset.key().value())
                        .put("kind", asset.kind().name())
                        .put("name", LocalizedTextJson.write(asset.name()))
                        .put("body", asset.body(), LocalizedTextJson::write)
                        .put("facts", facts.done());
        if (!asset.pictures().isEmpty()) {
            // Left out where there are none: documents from before there were any stay as they are.
            members.put("pictures", asset.pictures(), AssetJson::picture);
        }
        return members.done();
    }

    private static Json picture(Picture picture) {
        return new JsonMembers()
                .put("sha256", picture.sha256())
                .put("mediaType", picture.type().mediaType())
                .put("size", picture.size())
                .put("text", picture.text(), LocalizedTextJson::write)
                .done();
    }

    /** Reads an asset. */
    public static Asset read(JsonView view) {
        view.only("key", "kind", "name", "body", "facts", "pictures");
        TreeMap<String, String> facts = new TreeMap<>();
        for (Map.Entry<String, JsonView> fact : view.get("facts").entries()) {
            facts.put(fact.getKey(), fact.getValue().text());
        }
        return new Asset(
                key(view.get("key")),
                view.get("kind").word(Asset.Kind.class),
                LocalizedTextJson.read(view.get("name")),
                view.find("body").map(LocalizedTextJson::read),
                facts,
                view.find("pictures").map(AssetJson::pictures).orElse(List.of()));
    }

    private static List<Picture> pictures(JsonView view) {
        Set<String> seen = new HashSet<>();
        List<Picture> pictures =
                view.items(
                        item -> {
                            Picture picture = picture(item);
                            if (!seen.add(picture.sha256())) {
                                throw item.refuse("problem.json.keyTwice", picture.sha256());
                            }
                            return picture;
                        });
        if (pictures.size() > Picture.MOST) {
            throw view.refuse("problem.json.pictures", Picture.MOST);
        }
        return pictures;
    }

    private static Picture picture(JsonView view) {
        view.only("sha256", "mediaType", "size", "text");
        JsonView type = view.get("mediaType");
        JsonView hash = view.get("sha256");
        if (!Picture.isHash(hash.text())) {
            throw hash.refuse("problem.schema.form", "^[0-9a-f]{64}$");
        }
        return new Picture(
                hash.text(),
                Picture.Type.of(type.text())
                        .orElseThrow(
                                () ->
                                        type.notAWord(
                                                Arrays.stream(Picture.Type.values())
                                                        .map(Picture.Type::mediaType)
                                                        .toList())),
                (int) view.get("size").whole(1, PictureFile.MAX_BYTES),
                view.find("text").map(LocalizedTextJson::read));
    }

    /** Reads the key of an asset. */
    public static AssetKey key(JsonView view) {
        if (!AssetKey.isValid(view.text())) {
            throw view.refuse("problem.json.assetKey", JsonView.shown(view.text()));
        }
        return new AssetKey(view.text());
    }
}
