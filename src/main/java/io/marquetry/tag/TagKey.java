package io.marquetry.tag;

import java.util.regex.Pattern;

/**
 * The governed name of a tag, {@code type_dimension_attribute}, for example {@code
 * user_level_gold}; {@link TagNaming} says why a text is none.
 *
 * @param value the whole key
 */
public record TagKey(String value) implements Comparable<TagKey> {

    /** Longest key, in characters. */
    public static final int MAX_LENGTH = 64;

    static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*_[a-z][a-z0-9]*_[a-z0-9]+");

    /** Refuses a key that does not follow the standard. */
    public TagKey {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not type_dimension_attribute");
        }
    }

    /**
     * Reads a key from outside.
     *
     * @throws io.marquetry.base.ProblemException with the reason and a proposed key
     */
    public static TagKey parse(String text) {
        TagNaming.refusal(text)
                .ifPresent(
                        problem -> {
                            throw problem.asException();
                        });
        return new TagKey(text);
    }

    /** Returns the first part: {@code user} of {@code user_level_gold}. */
    public String type() {
        return value.substring(0, value.indexOf('_'));
    }

    /** Returns the middle part: {@code level} of {@code user_level_gold}. */
    public String dimension() {
        return value.substring(value.indexOf('_') + 1, value.lastIndexOf('_'));
    }

    /** Returns the last part: {@code gold} of {@code user_level_gold}. */
    public String attribute() {
        return value.substring(value.lastIndexOf('_') + 1);
    }

    @Override
    public int compareTo(TagKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
