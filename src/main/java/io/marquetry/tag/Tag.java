package io.marquetry.tag;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;

import java.util.Optional;

/**
 * A named, governed marker.
 *
 * @param name what people call it
 * @param topic the heading it stands under in the palette
 * @param description one sentence, if there is more to say
 * @param rule who carries it; present for audience tags and only for them
 * @param asset the key of the asset that it stands for; never on audience tags
 */
public record Tag(
        TagKey key,
        Category category,
        LocalizedText name,
        LocalizedText topic,
        Optional<LocalizedText> description,
        Optional<TagRule> rule,
        Optional<AssetKey> asset) {

    /** Refuses an audience tag without a rule, and a rule on any other tag. */
    public Tag {
        if ((category == Category.AUDIENCE) != rule.isPresent()) {
            throw new IllegalArgumentException("audience tags and only they have a rule: " + key);
        }
        if (category == Category.AUDIENCE && asset.isPresent()) {
            throw new IllegalArgumentException("an audience tag stands for no asset: " + key);
        }
    }

    /** Returns the same tag under another key. */
    public Tag withKey(TagKey other) {
        return new Tag(other, category, name, topic, description, rule, asset);
    }

    /** Returns this audience tag with another rule. */
    public Tag withRule(TagRule other) {
        return new Tag(key, category, name, topic, description, Optional.of(other), asset);
    }
}
