package io.marquetry.govern;

import io.marquetry.base.Problem;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The dictionary of the words that keys of tags are made of, which administrators keep. Blocks, so
 * never call it on the FX thread.
 */
public final class TagDictionary {

    private final TagCares cares;
    private final boolean open;

    TagDictionary(TagCares cares, boolean open) {
        this.cares = cares;
        this.open = open;
    }

    /** Returns the words. */
    public NamingStandard words() {
        return cares.naming();
    }

    /** Returns whether whoever works here may change the words. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Works out what other words would mean for the tags; changes nothing.
     *
     * @throws io.marquetry.base.ProblemException if the change is refused
     */
    public Plan plan(UnaryOperator<NamingStandard> change) {
        NamingStandard before = words();
        NamingStandard after = change.apply(before);
        GovernedTags tags = cares.tags();
        return new Plan(
                before,
                after,
                tags.tags().stream()
                        .filter(tag -> fits(tag, before) && !fits(tag, after))
                        .map(GovernedTag::key)
                        .toList(),
                tags.tags().stream()
                        .filter(tag -> !fits(tag, before) && fits(tag, after))
                        .map(GovernedTag::key)
                        .toList());
    }

    private static boolean fits(GovernedTag tag, NamingStandard words) {
        return tag.care().state() == LifeState.RETIRED
                || words.unknownWord(tag.key(), tag.tag().category()).isEmpty();
    }

    /**
     * Keeps other words; durable when it returns. Tags stay as they are: those that the words no
     * longer know are found by a look over all tags.
     *
     * @throws io.marquetry.base.ProblemException if whoever works here is no administrator
     */
    public void make(Plan plan) {
        if (!isOpen()) {
            throw Problem.of("problem.naming.role").asException();
        }
        cares.save(plan.after());
    }

    /**
     * What other words would mean.
     *
     * @param off the tags that would be off standard
     * @param on the tags that would no longer be
     */
    public record Plan(
            NamingStandard before, NamingStandard after, List<TagKey> off, List<TagKey> on) {

        /** Copies the lists. */
        public Plan {
            off = List.copyOf(off);
            on = List.copyOf(on);
        }
    }
}
