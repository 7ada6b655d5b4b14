package io.marquetry.audience;

import io.marquetry.base.CancelSignal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** Reads the people of one profile source with what is known of them. Blocks. */
public interface PeopleReader {

    /**
     * Hands on everybody in the order of their ordinals.
     *
     * @param attributes what is wanted of each, by name
     * @return the state of the source that was read
     * @throws io.marquetry.base.ProblemException if the source has no such attribute, or changed
     *     while it was read
     * @throws CancelSignal.Cancelled if asked to stop
     */
    Snapshot people(List<String> attributes, Person each, CancelSignal signal);

    /**
     * Hands on those who have one of some keys, in the order of their ordinals; keys that nobody
     * has are passed over. Reads no others, where there are not too many keys to name.
     *
     * @param attributes what is wanted of each, by name
     * @return the state of the source that was read
     * @throws io.marquetry.base.ProblemException as for everybody
     * @throws CancelSignal.Cancelled if asked to stop
     */
    Snapshot named(Set<String> keys, List<String> attributes, Named each, CancelSignal signal);

    /** Takes somebody who was named. */
    @FunctionalInterface
    interface Named {
        /**
         * Takes one.
         *
         * @param values as text, in the order of the attributes; null where nothing is known
         */
        void person(int ordinal, String key, @Nullable String[] values);
    }

    /** Takes a person. */
    @FunctionalInterface
    interface Person {
        /**
         * Takes one.
         *
         * @param values as text, in the order of the attributes; null where nothing is known. Used
         *     again for the next one
         */
        void person(String key, @Nullable String[] values);
    }
}
