package io.marquetry.store.json;

import io.marquetry.handoff.ExpressionJson;
import io.marquetry.handoff.LocalizedTextJson;
import io.marquetry.handoff.TagJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.List;

/** Drafts as JSON: where they began, their edits, and how many of these stand. */
public final class DraftJson {

    private DraftJson() {}

    /** Writes a draft with its history. */
    public static Json write(PackageDraft draft) {
        return new JsonMembers()
                .put("base", write(draft.base()))
                .put("edits", draft.edits(), EditJson::write)
                .put("cursor", draft.cursor())
                .done();
    }

    /** Reads a draft and makes its edits again. */
    public static PackageDraft read(JsonView view) {
        JsonView cursor = view.only("base", "edits", "cursor").get("cursor");
        return PackageDraft.replay(
                readPackage(view.get("base")),
                view.get("edits").items(EditJson::read),
                (int) cursor.whole(0, Integer.MAX_VALUE));
    }

    /** Writes a package as it stands, without a history. */
    public static Json write(AssetPackage pack) {
        return new JsonMembers()
                .put("key", pack.key().value())
                .put("name", LocalizedTextJson.write(pack.name()))
                .put("source", pack.source().value())
                .put("audience", ExpressionJson.write(pack.audience()))
                .put("benefits", tags(pack.benefits()))
                .put("contents", tags(pack.contents()))
                .put("rules", tags(pack.rules()))
                .done();
    }

    /** Reads a package. */
    public static AssetPackage readPackage(JsonView view) {
        return new AssetPackage(
                PackageKey.parse(view.get("key").text()),
                LocalizedTextJson.read(view.get("name")),
                SourceJson.name(view.get("source")),
                ExpressionJson.readAllOf(view.get("audience")),
                view.get("benefits").items(TagJson::key),
                view.get("contents").items(TagJson::key),
                view.get("rules").items(TagJson::key));
    }

    private static Json tags(List<TagKey> keys) {
        return Json.texts(keys.stream().map(TagKey::value).toList());
    }
}
