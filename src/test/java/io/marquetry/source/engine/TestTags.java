package io.marquetry.source.engine;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.Map;
import java.util.Optional;

/** Makes catalogues of audience tags. */
public final class TestTags {

    private TestTags() {}

    public static TagCatalog catalog(Map<TagKey, TagRule> rules) {
        return new TagCatalog(
                rules.entrySet().stream().map(e -> tag(e.getKey(), e.getValue())).toList());
    }

    public static Tag tag(TagKey key, TagRule rule) {
        return new Tag(
                key,
                Category.AUDIENCE,
                LocalizedText.of("a tag", "标签"),
                LocalizedText.of("tags", "标签"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    public static Tag benefit(String key) {
        return new Tag(
                new TagKey(key),
                Category.BENEFIT,
                LocalizedText.of("a benefit", "权益"),
                LocalizedText.of("tags", "标签"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
