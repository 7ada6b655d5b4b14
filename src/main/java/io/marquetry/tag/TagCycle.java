package io.marquetry.tag;

import io.marquetry.base.Problem;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tags whose rules name one another in a round.
 *
 * @param at the tag at which the round was entered
 * @param problem the round in words
 */
public record TagCycle(TagKey at, Problem problem) {

    private static final int MAX_SHOWN = 400;

    static TagCycle of(Collection<TagKey> open, TagKey again) {
        String round =
                Stream.concat(open.stream().dropWhile(key -> !key.equals(again)), Stream.of(again))
                        .map(TagKey::value)
                        .collect(Collectors.joining(" → "));
        String shown = round.length() > MAX_SHOWN ? round.substring(0, MAX_SHOWN) + "…" : round;
        return new TagCycle(again, Problem.of("problem.tag.cycle", again.value(), shown));
    }
}
