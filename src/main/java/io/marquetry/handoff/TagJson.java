package io.marquetry.handoff;

import io.marquetry.asset.AssetKey;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.util.Optional;

/** Tags as JSON. */
public final class TagJson {

    private TagJson() {}

    /** Writes a tag. */
    public static Json.Members write(Tag tag) {
        return new JsonMembers()
                .put("key", tag.key().value())
                .put("category", tag.category().name())
                .put("name", LocalizedTextJson.write(tag.name()))
                .put("topic", LocalizedTextJson.write(tag.topic()))
                .put("description", tag.description(), LocalizedTextJson::write)
                .put("rule", tag.rule(), TagRuleJson::write)
                .put("asset", tag.asset().map(AssetKey::value), Json::text)
                .done();
    }

    /** Reads a tag. */
    public static Tag read(JsonView view) {
        view.only("key", "category", "name", "topic", "description", "rule", "asset");
        TagKey key = key(view.get("key"));
        Category category = view.get("category").word(Category.class);
        if (category == Category.AUDIENCE && view.find("rule").isEmpty()) {
            throw view.refuse("problem.json.audienceWithoutRule", key.value());
        }
        if (category != Category.AUDIENCE && view.find("rule").isPresent()) {
            throw view.refuse("problem.json.ruleOnOther", key.value());
        }
        Optional<AssetKey> asset = view.find("asset").map(AssetJson::key);
        if (category == Category.AUDIENCE && asset.isPresent()) {
            throw view.refuse("problem.json.audienceWithAsset", key.value());
        }
        return new Tag(
                key,
                category,
                LocalizedTextJson.read(view.get("name")),
                LocalizedTextJson.read(view.get("topic")),
                view.find("description").map(LocalizedTextJson::read),
                view.find("rule").map(TagRuleJson::read),
                asset);
    }

    /** Reads the key of a tag. */
    public static TagKey key(JsonView view) {
        String text = view.text();
        return view.locate(() -> TagKey.parse(text));
    }
}
