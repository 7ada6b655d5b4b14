package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;

import java.util.Map;
import java.util.TreeMap;

/** Assets as JSON. */
public final class AssetJson {

    private AssetJson() {}

    /** Writes an asset. */
    public static Json.Members write(Asset asset) {
        JsonMembers facts = new JsonMembers();
        asset.facts().forEach(facts::put);
        return new JsonMembers()
                .put("key", asset.key().value())
                .put("kind", asset.kind().name())
                .put("name", LocalizedTextJson.write(asset.name()))
                .put("body", asset.body(), LocalizedTextJson::write)
                .put("facts", facts.done())
                .done();
    }

    /** Reads an asset. */
    public static Asset read(JsonView view) {
        view.only("key", "kind", "name", "body", "facts");
        TreeMap<String, String> facts = new TreeMap<>();
        for (Map.Entry<String, JsonView> fact : view.get("facts").entries()) {
            facts.put(fact.getKey(), fact.getValue().text());
        }
        return new Asset(
                key(view.get("key")),
                view.get("kind").word(Asset.Kind.class),
                LocalizedTextJson.read(view.get("name")),
                view.find("body").map(LocalizedTextJson::read),
                facts);
    }

    /** Reads the key of an asset. */
    public static AssetKey key(JsonView view) {
        if (!AssetKey.isValid(view.text())) {
            throw view.refuse("problem.json.assetKey", JsonView.shown(view.text()));
        }
        return new AssetKey(view.text());
    }
}
