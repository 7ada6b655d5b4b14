package io.marquetry.ui.tags.form;

import io.marquetry.base.Problem;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagNaming;

import java.util.Optional;

/**
 * The verdict on the key of a new tag.
 *
 * @param problem why it cannot be used, if so
 * @param proposal a key that can be used instead
 */
public record KeyCheck(Optional<Problem> problem, Optional<String> proposal) {

    private static final KeyCheck FINE = new KeyCheck(Optional.empty(), Optional.empty());

    /** Checks form, words, category and whether it is free. */
    static KeyCheck of(String typed, Category category, TagCatalog tags, NamingStandard naming) {
        Optional<Problem> refusal = TagNaming.refusal(typed);
        if (refusal.isPresent()) {
            TagKey near = new TagKey(TagNaming.proposal(typed));
            return new KeyCheck(refusal, Optional.of(free(naming.proposal(near, category), tags)));
        }
        TagKey key = new TagKey(typed);
        Optional<String> other = Optional.of(free(naming.proposal(key, category), tags));
        boolean fits = naming.category(key.type()).filter(c -> c == category).isPresent();
        if (!fits) {
            String types = String.join(", ", naming.types(category));
            return new KeyCheck(
                    Optional.of(Problem.of("problem.tag.form.type", key.type(), types)), other);
        }
        Optional<Problem> unknown = naming.unknownWord(key, category);
        if (unknown.isPresent()) {
            return new KeyCheck(unknown, other);
        }
        if (tags.find(key).isPresent()) {
            return new KeyCheck(
                    Optional.of(Problem.of("problem.tag.form.taken", typed)),
                    Optional.of(free(typed, tags)));
        }
        return FINE;
    }

    /** Returns that no check is needed: the key is the tag's own and stays. */
    static KeyCheck fine() {
        return FINE;
    }

    /** Returns a free key like this one. */
    static String free(String key, TagCatalog tags) {
        String candidate = key;
        for (int i = 2; tags.find(new TagKey(candidate)).isPresent(); i++) {
            String ending = Integer.toString(i);
            int room = Math.min(key.length(), TagKey.MAX_LENGTH - ending.length());
            candidate = key.substring(0, room) + ending;
        }
        return candidate;
    }
}
