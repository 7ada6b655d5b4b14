package io.marquetry.store.json;

import io.marquetry.asset.AssetKey;
import io.marquetry.handoff.AssetJson;
import io.marquetry.handoff.TagJson;
import io.marquetry.handoff.incoming.Batch;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.List;

/** What takes an import back, as JSON; it adds no versions and brings no package back. */
public final class BatchJson {

    private BatchJson() {}

    /** Writes one. */
    public static Json.Members write(Batch batch) {
        return new JsonMembers()
                .put("tags", batch.tags(), TagJson::write)
                .put("assets", batch.assets(), AssetJson::write)
                .put("drafts", batch.drafts(), DraftJson::write)
                .put("archived", batch.archived(), BatchJson::text)
                .put("goneDrafts", batch.goneDrafts(), BatchJson::text)
                .put("goneTags", batch.goneTags(), BatchJson::text)
                .put("goneAssets", batch.goneAssets(), BatchJson::text)
                .done();
    }

    private static Json text(PackageKey key) {
        return new Json.Text(key.value());
    }

    private static Json text(TagKey key) {
        return new Json.Text(key.value());
    }

    private static Json text(AssetKey key) {
        return new Json.Text(key.value());
    }

    /** Reads one. */
    public static Batch read(JsonView view) {
        return new Batch(
                view.get("tags").items(TagJson::read),
                view.get("assets").items(AssetJson::read),
                view.get("drafts").items(DraftJson::read),
                List.of(),
                view.get("archived").items(key -> PackageKey.parse(key.text())),
                List.of(),
                view.get("goneDrafts").items(key -> PackageKey.parse(key.text())),
                view.get("goneTags").items(TagJson::key),
                view.get("goneAssets").items(AssetJson::key));
    }
}
