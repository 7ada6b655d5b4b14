package io.marquetry.dispatch;

import io.marquetry.asset.AssetKey;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The codes of coupons: each goes to one person of one dispatch, and never to another. Kept beside
 * the workspace, so that bringing back a backup gives no code away twice. Blocks.
 */
public interface Coupons {

    /** Returns what is there of each pool at a moment, by the key of the coupon. */
    List<Stock> stock(Instant at);

    /** Returns how many codes of a pool are free and still good at a moment. */
    long free(AssetKey pool, Instant goodAt);

    /**
     * Adds codes; one that was ever there is not added again. Durable when it returns.
     *
     * @param expires the last moment at which they are good; empty: for ever
     * @return how many are new
     */
    int add(AssetKey pool, List<String> codes, Optional<Instant> expires);

    /**
     * Gives a free code to each person of a dispatch, those first that expire first; all or
     * nothing, durable when it returns. Until {@link #keep} they come back after a sudden end.
     *
     * @param goodAt the moment at which they must still be good
     * @return the codes, in the order of the people
     * @throws io.marquetry.base.ProblemException if there are too few
     */
    List<String> bind(AssetKey pool, DispatchId id, int[] ordinals, Instant goodAt);

    /** Says that a dispatch with its codes is frozen; durable when it returns. */
    void keep(DispatchId id);

    /**
     * Takes back what was given to dispatches that were never frozen.
     *
     * @param frozen whether a dispatch has its file
     */
    void settle(Predicate<DispatchId> frozen);

    /**
     * Takes back the codes of people who were never about to be sent to; durable when it returns.
     */
    void release(DispatchId id, Collection<Integer> ordinals);

    /** Takes the free codes of a pool away for good. Returns how many. */
    long withdraw(AssetKey pool);

    /**
     * Forgets which code somebody got, and the code itself; it is never given again. Nowhere in the
     * file any more when it is closed.
     */
    void erase(DispatchId id, int ordinal);

    /**
     * What is there of a pool.
     *
     * @param free codes that nobody has and that are still good
     * @param given codes that somebody has
     * @param over free codes that are not good any more
     * @param firstExpiry when the next of the free codes is not good any more
     */
    record Stock(AssetKey pool, long free, long given, long over, Optional<Instant> firstExpiry) {}
}
