package io.marquetry.tag;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The dictionary of the naming standard: which words may stand as types and dimensions of {@code
 * type_dimension_attribute}.
 *
 * @param types the words of types, each with the category whose tags it begins
 * @param dimensions the words of dimensions, each with the category that it is kept to, if any; a
 *     category without any word takes every dimension
 */
public record NamingStandard(
        SortedMap<String, Category> types, SortedMap<String, Optional<Category>> dimensions) {

    /** The longest word, in characters. */
    public static final int MAX_WORD = 32;

    /** The form of a word. */
    public static final String FORM = "[a-z][a-z0-9]*";

    /** Copies the words. */
    public NamingStandard {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** Returns the words that hold until somebody says otherwise. */
    public static NamingStandard usual() {
        return new NamingStandard(new TreeMap<>(TagNaming.TYPES), new TreeMap<>());
    }

    /** Returns the category whose tags begin with a type. */
    public Optional<Category> category(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** Returns the types of a category. */
    public Collection<String> types(Category category) {
        return types.entrySet().stream()
                .filter(type -> type.getValue() == category)
                .map(type -> type.getKey())
                .toList();
    }

    /** Returns the dimensions that a category is held to; none: it takes every one. */
    public Collection<String> dimensions(Category category) {
        return dimensions.entrySet().stream()
                .filter(word -> word.getValue().map(c -> c == category).orElse(true))
                .map(word -> word.getKey())
                .toList();
    }

    /** Returns which word of a key the dictionary does not know, with a key to use instead. */
    public Optional<Problem> unknownWord(TagKey key, Category category) {
        if (category(key.type()).isEmpty()) {
            return Optional.of(
                    Problem.of(
                            "problem.lint.unknownType",
                            key.value(),
                            key.type(),
                            proposal(key, category)));
        }
        Collection<String> known = dimensions(category);
        if (known.isEmpty() || known.contains(key.dimension())) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                        "problem.lint.unknownDimension",
                        key.value(),
                        key.dimension(),
                        NameList.of(known.stream().toList()),
                        proposal(key, category)));
    }

    /** Returns a key that the dictionary takes, as near to this one as it can be. */
    public String proposal(TagKey key, Category category) {
        Collection<String> begins = types(category);
        Collection<String> middles = dimensions(category);
        String type = begins.isEmpty() ? key.type() : nearest(key.type(), begins, category);
        String dimension =
                middles.isEmpty() ? key.dimension() : nearest(key.dimension(), middles, category);
        String proposed = type + "_" + dimension + "_" + key.attribute();
        return proposed.length() <= TagKey.MAX_LENGTH
                ? proposed
                : proposed.substring(0, TagKey.MAX_LENGTH);
    }

    private static String nearest(String word, Collection<String> known, Category category) {
        if (known.contains(word)) {
            return word;
        }
        return SimilarKeys.nearestWord(word, known)
                .orElseGet(
                        () ->
                                known.contains(usualType(category))
                                        ? usualType(category)
                                        : known.stream()
                                                .min(Comparator.naturalOrder())
                                                .orElse(word));
    }

    /** Returns the type that is usual for a category. */
    public static String usualType(Category category) {
        return switch (category) {
            case AUDIENCE -> "user";
            case BENEFIT -> "coupon";
            case CONTENT -> "sms";
            case RULE -> "reach";
        };
    }

    /**
     * Returns the dictionary with one more type.
     *
     * @throws io.marquetry.base.ProblemException if the word can stand in no key, or begins the
     *     tags of another category
     */
    public NamingStandard withType(String typed, Category category) {
        String word = word(typed);
        category(word)
                .filter(other -> other != category)
                .ifPresent(
                        other -> {
                            throw Problem.of(
                                            "problem.naming.there",
                                            word,
                                            Problem.of("problem.category." + other))
                                    .asException();
                        });
        SortedMap<String, Category> more = new TreeMap<>(types);
        more.put(word, category);
        return new NamingStandard(more, dimensions);
    }

    /**
     * Returns the dictionary with one more dimension.
     *
     * @param category the one that it is kept to; empty: all
     * @throws io.marquetry.base.ProblemException if the word can stand in no key
     */
    public NamingStandard withDimension(String typed, Optional<Category> category) {
        SortedMap<String, Optional<Category>> more = new TreeMap<>(dimensions);
        more.put(word(typed), category);
        return new NamingStandard(types, more);
    }

    /**
     * Returns the dictionary without a type.
     *
     * @throws io.marquetry.base.ProblemException if there is no such word, or no other
     */
    public NamingStandard withoutType(String word) {
        SortedMap<String, Category> fewer = new TreeMap<>(types);
        if (fewer.remove(word.strip()) == null) {
            throw Problem.of("problem.naming.gone", word.strip()).asException();
        }
        if (fewer.isEmpty()) {
            throw Problem.of("problem.naming.noType").asException();
        }
        return new NamingStandard(fewer, dimensions);
    }

    /**
     * Returns the dictionary without a dimension.
     *
     * @throws io.marquetry.base.ProblemException if there is no such word
     */
    public NamingStandard withoutDimension(String word) {
        SortedMap<String, Optional<Category>> fewer = new TreeMap<>(dimensions);
        if (fewer.remove(word.strip()) == null) {
            throw Problem.of("problem.naming.gone", word.strip()).asException();
        }
        return new NamingStandard(types, fewer);
    }

    /** Returns the dictionary with the dimension of every tag that it does not know, for all. */
    public NamingStandard withDimensionsOf(Collection<TagKey> keys) {
        SortedMap<String, Optional<Category>> more = new TreeMap<>(dimensions);
        keys.forEach(key -> more.putIfAbsent(key.dimension(), Optional.empty()));
        return new NamingStandard(types, more);
    }

    /**
     * Refuses a word that can stand in no key.
     *
     * @throws io.marquetry.base.ProblemException if it is empty, too long, or of other characters
     */
    public static String word(String typed) {
        String word = typed.strip();
        if (word.length() > MAX_WORD || !word.matches(FORM)) {
            String shown = word.length() > 80 ? word.substring(0, 80) + "…" : word;
            throw Problem.of("problem.naming.word", shown, MAX_WORD).asException();
        }
        return word;
    }
}
