package io.marquetry.sample.generated;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects audience tags, each under the topic that was named last. */
final class TagList {

    private final Map<TagKey, Tag> tags = new LinkedHashMap<>();
    private LocalizedText topic = LocalizedText.of("Sample", "样例");

    /** Names the topic of the tags to come. */
    void topic(String english, String chinese) {
        topic = LocalizedText.of(english, chinese);
    }

    /** Adds a tag {@code user_dimension_attribute}. */
    void add(String dimension, String attribute, String english, String chinese, TagRule rule) {
        TagKey key = new TagKey("user_" + dimension + "_" + attribute);
        Tag tag =
                new Tag(
                        key,
                        Category.AUDIENCE,
                        LocalizedText.of(english, chinese),
                        topic,
                        Optional.empty(),
                        Optional.of(rule),
                        Optional.empty());
        if (tags.putIfAbsent(key, tag) != null) {
            throw new IllegalStateException("two tags " + key);
        }
    }

    /** Returns the tags in the order in which they were added. */
    Map<TagKey, Tag> tags() {
        return tags;
    }

    /** Returns a number as people read it. */
    static String shown(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number with what is counted: 1 day, 7 days. */
    static String many(int number, String one) {
        return number == 1 ? "1 " + one : number + " " + one + "s";
    }

    /** Returns a number as short as it goes into a key: 5k for 5,000. */
    static String brief(long number) {
        if (number >= 1_000_000 && number % 1_000_000 == 0) {
            return number / 1_000_000 + "m";
        }
        return number >= 1_000 && number % 1_000 == 0 ? number / 1_000 + "k" : "" + number;
    }
}
