package io.marquetry.ui.tags.centre;

import io.marquetry.govern.Care;
import io.marquetry.govern.Finding;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.Category;

import java.util.Optional;

/**
 * What the list of tags is narrowed to.
 *
 * @param search words that have to stand in a tag
 * @param owner who answers for them; a blank: nobody
 * @param team the people around the owner; a blank: none
 */
public record TagFilter(
        String search,
        Optional<Category> category,
        Optional<LifeState> state,
        Optional<String> owner,
        Optional<String> team,
        Optional<Finding.Kind> finding) {

    /** All tags. */
    static final TagFilter ALL =
            new TagFilter(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Returns whether a tag that is kept so is let through. */
    boolean takes(Care care) {
        return state.map(s -> s == care.state()).orElse(true)
                && owner.map(name -> care.owner().orElse("").equals(name)).orElse(true)
                && team.map(name -> care.team().orElse("").equals(name)).orElse(true);
    }

    /** Returns whether every tag is let through, however it is kept. */
    boolean takesAll() {
        return state.isEmpty() && owner.isEmpty() && team.isEmpty();
    }

    /** Returns the filter with another state. */
    TagFilter withState(Optional<LifeState> other) {
        return new TagFilter(search, category, other, owner, team, finding);
    }

    /** Returns the filter with another owner. */
    TagFilter withOwner(Optional<String> other) {
        return new TagFilter(search, category, state, other, team, finding);
    }

    /** Returns the filter with another team. */
    TagFilter withTeam(Optional<String> other) {
        return new TagFilter(search, category, state, owner, other, finding);
    }

    /** Returns the filter with what stands beside it on the screen. */
    TagFilter with(String words, Optional<Category> one, Optional<Finding.Kind> kind) {
        return new TagFilter(words, one, state, owner, team, kind);
    }
}
