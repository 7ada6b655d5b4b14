package io.marquetry.requirement;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Revision;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tags that are still to be made, in the words of whoever wants them. */
final class TagDrafts {

    private static final int MAX_ATTRIBUTE = 40;

    private TagDrafts() {}

    /**
     * Drafts a tag.
     *
     * @param taken keys that are not free
     */
    static GovernedTag of(
            String words,
            Category category,
            String owner,
            Optional<ProfileSource> source,
            Set<TagKey> taken) {
        Locale language =
                words.codePoints().anyMatch(Character::isIdeographic)
                        ? Locale.SIMPLIFIED_CHINESE
                        : Locale.ENGLISH;
        return new GovernedTag(
                new Tag(
                        key(words, category, taken),
                        category,
                        LocalizedText.of(language, words),
                        LocalizedText.of("Wanted", "待建"),
                        Optional.of(LocalizedText.of(language, words)),
                        category == Category.AUDIENCE
                                ? Optional.of(nobody(source))
                                : Optional.empty(),
                        Optional.empty()),
                Care.of(LifeState.DRAFT).withOwner(Optional.of(owner)),
                Revision.NONE);
    }

    /** Until its owner says who carries it, nobody does: a value cannot be missing and there. */
    private static TagRule nobody(Optional<ProfileSource> source) {
        String field =
                source.flatMap(known -> known.model().attributes().stream().findFirst())
                        .map(attribute -> attribute.name())
                        .orElse("key");
        TagRule missing = new TagRule.Missing(field);
        return new TagRule.All(List.of(missing, new TagRule.Not(missing)));
    }

    private static TagKey key(String words, Category category, Set<TagKey> taken) {
        String beginning =
                switch (category) {
                    case AUDIENCE -> "user_wanted_";
                    case BENEFIT -> "coupon_wanted_";
                    case CONTENT -> "message_wanted_";
                    case RULE -> "reach_wanted_";
                };
        String plain =
                Normalizer.normalize(words, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "");
        String attribute = plain.substring(0, Math.min(MAX_ATTRIBUTE, plain.length()));
        TagKey key = new TagKey(beginning + (attribute.isEmpty() ? "1" : attribute));
        for (int i = 2; taken.contains(key); i++) {
            key = new TagKey(beginning + attribute + i);
        }
        return key;
    }
}
