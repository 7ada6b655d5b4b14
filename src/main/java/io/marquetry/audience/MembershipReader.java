package io.marquetry.audience;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Reads from one profile source who satisfies which rules. All methods may block; a cancelled one
 * ends with {@link CancelSignal.Cancelled}, a failed one with a {@link
 * io.marquetry.base.ProblemException}.
 */
public interface MembershipReader {

    /**
     * Does work that asks several questions of one state of the source.
     *
     * @param work asks the reader that it is handed, which is of use until the work returns
     * @throws io.marquetry.base.ProblemException if the source changed meanwhile, where it does not
     *     show one state to who asks
     */
    default <T> T together(Function<MembershipReader, T> work, CancelSignal signal) {
        return work.apply(this);
    }

    /**
     * Returns the state that the source has at this moment.
     *
     * @throws io.marquetry.base.ProblemException if the source is gone
     */
    Snapshot snapshot();

    /** Returns how many profiles there are; their ordinals run from 0 without gaps. */
    long profiles();

    /** Returns why the rule has no answer on this source; empty where it has one. */
    Optional<Problem> misfit(TagRule rule, TagCatalog tags);

    /**
     * Returns for each rule who satisfies it, all from one state of the source: bit {@code i & 63}
     * of word {@code i >>> 6} stands for the profile with ordinal {@code i}; bits behind the last
     * profile are 0.
     *
     * @param rules rules without a misfit
     * @param read is told how many profiles were read so far, now and then, on any thread
     * @throws io.marquetry.base.ProblemException if the source changed while it was read
     */
    List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal);

    /**
     * Does the same, and hands on the keys of all profiles in the order of their ordinals; where
     * the source has both in one pass, it makes one.
     *
     * @param keys takes each key
     */
    default List<long[]> memberships(
            List<TagRule> rules,
            TagCatalog tags,
            LongConsumer read,
            Consumer<String> keys,
            CancelSignal signal) {
        keys(keys, signal);
        return memberships(rules, tags, read, signal);
    }

    /**
     * Returns whether the source itself numbers its profiles, so that it can be asked for an
     * ordinal; else whoever keeps answers has to keep the keys with them.
     */
    boolean hasOrdinals();

    /**
     * Hands on the keys of all profiles in the order of their ordinals.
     *
     * @throws io.marquetry.base.ProblemException if the source is not in the state that was last
     *     asked for
     */
    void keys(Consumer<String> each, CancelSignal signal);

    /** Returns the ordinal of the profile with the key; empty where there is none. */
    OptionalLong ordinal(String key, CancelSignal signal);
}
