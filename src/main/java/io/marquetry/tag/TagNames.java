package io.marquetry.tag;

import io.marquetry.base.Texts;

import java.util.function.Supplier;

/** What people call tags, in one language. */
public final class TagNames {

    private final Supplier<TagCatalog> tags;
    private final Texts texts;

    /**
     * Names tags.
     *
     * @param tags the catalogue of the moment at which a name is asked for
     */
    public TagNames(Supplier<TagCatalog> tags, Texts texts) {
        this.tags = tags;
        this.texts = texts;
    }

    /** Returns the name of a tag; its key where the tag is gone. */
    public String of(TagKey key) {
        return tags.get().find(key).map(tag -> tag.name().in(texts.locale())).orElseGet(key::value);
    }
}
