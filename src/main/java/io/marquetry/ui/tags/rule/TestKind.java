package io.marquetry.ui.tags.rule;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a condition tests an attribute, as the editor offers it. */
enum TestKind {
    EQUAL(Comparison.EQUAL),
    NOT_EQUAL(Comparison.NOT_EQUAL),
    LESS(Comparison.LESS),
    AT_MOST(Comparison.AT_MOST),
    GREATER(Comparison.GREATER),
    AT_LEAST(Comparison.AT_LEAST),
    BETWEEN,
    IN_LAST,
    IN_LIST,
    CONTAINS(TagRule.Part.CONTAINS),
    STARTS_WITH(TagRule.Part.STARTS_WITH),
    ENDS_WITH(TagRule.Part.ENDS_WITH),
    MISSING;

    private final Optional<Comparison> comparison;
    private final Optional<TagRule.Part> part;

    TestKind() {
        this.comparison = Optional.empty();
        this.part = Optional.empty();
    }

    TestKind(Comparison comparison) {
        this.comparison = Optional.of(comparison);
        this.part = Optional.empty();
    }

    TestKind(TagRule.Part part) {
        this.comparison = Optional.empty();
        this.part = Optional.of(part);
    }

    /** Returns the test that compares so. */
    static TestKind of(Comparison comparison) {
        return Arrays.stream(values())
                .filter(kind -> kind.comparison.equals(Optional.of(comparison)))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the test that looks there. */
    static TestKind of(TagRule.Part part) {
        return Arrays.stream(values())
                .filter(kind -> kind.part.equals(Optional.of(part)))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the comparison, where the test is one. */
    Optional<Comparison> comparison() {
        return comparison;
    }

    /** Returns where a text is looked for, where the test does so. */
    Optional<TagRule.Part> part() {
        return part;
    }

    /** Returns the tests that make sense for a type, the usual ones first. */
    static List<TestKind> offeredFor(AttributeType type) {
        return switch (type) {
            case TEXT ->
                    List.of(EQUAL, NOT_EQUAL, IN_LIST, CONTAINS, STARTS_WITH, ENDS_WITH, MISSING);
            case INTEGER, DECIMAL ->
                    List.of(
                            EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN, IN_LIST,
                            MISSING);
            case DATE, DATETIME ->
                    List.of(
                            IN_LAST, EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN,
                            MISSING);
            case BOOLEAN -> List.of(EQUAL, MISSING);
        };
    }
}
