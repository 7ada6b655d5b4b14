package io.marquetry.requirement.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param matches the best first
 * @param lacking parts of the requirement that no tag fits, as they were written
 */
public record SearchAnswer(List<TagMatch> matches, List<String> lacking) {

    /** Copies the lists. */
    public SearchAnswer {
        matches = List.copyOf(matches);
        lacking = List.copyOf(lacking);
    }
}
