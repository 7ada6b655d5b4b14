package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagRules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A file of tags and the assets they stand for, after {@code schema/tags-1.schema.json}, or {@code
 * tags-2.schema.json} where a rule counts days that end with today, and {@code tags-3.schema.json}
 * where an asset shows pictures.
 *
 * @param tags in the order of the file, no key twice
 * @param assets in the order of the file, no key twice
 */
public record TagFile(List<Tag> tags, List<Asset> assets) {

    /** The name of the format. */
    public static final String FORMAT = "marquetry/tags";

    /**
     * The newest version of the format: the second brought days that end with today, the third
     * pictures of assets.
     */
    public static final int NEWEST_FORMAT = 3;

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
        int told = DocumentFormat.require(view, FORMAT, NEWEST_FORMAT);
        view.only("format", "formatVersion", "tags", "assets");
        TagFile file =
                new TagFile(
                        unique(view.get("tags"), TagJson::read, tag -> tag.key().value()),
                        view.find("assets")
                                .map(
                                        assets ->
                                                unique(
                                                        assets,
                                                        AssetJson::read,
                                                        asset -> asset.key().value()))
                                .orElse(List.of()));
        if (file.formatVersion() > told) {
            throw view.get("formatVersion")
                    .refuse("problem.json.formatOlder", told, file.formatVersion());
        }
        return file;
    }

    /**
     * Returns the version of the format that the file is written in: the oldest that can say all of
     * it.
     */
    public int formatVersion() {
        if (assets.stream().anyMatch(asset -> !asset.pictures().isEmpty())) {
            return NEWEST_FORMAT;
        }
        return tags.stream().anyMatch(tag -> tag.rule().filter(TagRules::countsToday).isPresent())
                ? 2
                : 1;
    }

    /** Writes a file in its canonical form. */
    public Json write() {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", formatVersion())
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
