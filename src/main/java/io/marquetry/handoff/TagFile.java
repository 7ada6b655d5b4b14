package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Tag;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A file of tags and the assets they stand for, after {@code schema/tags-1.schema.json}.
 *
 * @param tags in the order of the file, no key twice
 * @param assets in the order of the file, no key twice
 */
public record TagFile(List<Tag> tags, List<Asset> assets) {

    /** The name of the format. */
    public static final String FORMAT = "marquetry/tags";

    /** The version of the format that this product reads and writes. */
    public static final int FORMAT_VERSION = 1;

    /** Copies the lists. */
    public TagFile {
        tags = List.copyOf(tags);
        assets = List.copyOf(assets);
    }

    /**
     * Reads a whole file.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static TagFile read(Json document) {
        JsonView view = JsonView.of(document);
        DocumentFormat.require(view, FORMAT, FORMAT_VERSION);
        view.only("format", "formatVersion", "tags", "assets");
        return new TagFile(
                unique(view.get("tags"), TagJson::read, tag -> tag.key().value()),
                view.find("assets")
                        .map(
                                assets ->
                                        unique(
                                                assets,
                                                AssetJson::read,
                                                asset -> asset.key().value()))
                        .orElse(List.of()));
    }

    /** Writes a file in its canonical form. */
    public Json write() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", FORMAT_VERSION)
                .put("tags", tags, TagJson::write)
                .put("assets", assets, AssetJson::write)
                .done();
    }

    static <T> List<T> unique(
            JsonView list, Function<JsonView, T> read, Function<T, String> keyOf) {
        Set<String> seen = new HashSet<>();
        return list.items(
                view -> {
                    T item = read.apply(view);
                    if (!seen.add(keyOf.apply(item))) {
                        throw view.refuse("problem.json.keyTwice", keyOf.apply(item));
                    }
                    return item;
                });
    }
}
