package io.marquetry.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What holds for all dispatches of a workspace: who must not be written to, and who got how much.
 * Kept beside the workspace, so that bringing back a backup never shortens it. Blocks.
 */
public interface Reach {

    /**
     * Returns who holds the addresses of a channel, in its normal form, that must not be written to
     * now. For many threads.
     */
    Predicate<String> suppressed(ChannelKind channel);

    /** Returns all entries that hold, the newest first; nobody can read whom they are about. */
    List<Entry> suppressions();

    /** Adds entries; who is on the list already stays as they are. Durable when it returns. */
    int suppress(List<Suppression> entries);

    /** Takes an address off the list; durable when it returns. Returns whether it was on it. */
    boolean lift(ChannelKind channel, String address, String why, Instant at);

    /** Takes an entry off the list; durable when it returns. Returns whether it was on it. */
    boolean lift(Entry entry, String why, Instant at);

    /** Returns how many messages each profile got on a channel since a moment. */
    Map<String, Integer> contacts(ChannelKind channel, Instant since);

    /** Returns the keys of all profiles that got a message of a series. */
    Set<String> reached(String series);

    /** Says that a dispatch is one of a series; durable when it returns. */
    void belongs(DispatchId id, String series);

    /**
     * Remembers who is about to be sent to, so that other dispatches count them; once for each.
     *
     * @param people those of the claim
     */
    void contacted(DispatchId id, ChannelKind channel, Claim claim, List<Recipient> people);

    /**
     * Forgets what a profile got, and what came from its addresses; nowhere in the file any more
     * when it is closed.
     */
    void erase(String profile, Collection<String> addresses);

    /** Forgets people of a dispatch who surely got nothing, by ordinal. */
    void spared(DispatchId id, Collection<Integer> ordinals);

    /** Returns until when an account wants nothing. */
    Optional<Instant> notBefore(String account);

    /** Remembers until when an account wants nothing; durable when it returns. */
    void notBefore(String account, Instant until);

    /** Returns the accounts, in the order of their names; the one for demonstrations among them. */
    List<Account> accounts();

    /** Adds an account, or replaces the one with its name; durable when it returns. */
    void put(Account account);

    /** Forgets an account; durable when it returns. Returns whether there was one. */
    boolean forget(String account);

    /** Returns the codes of coupons. */
    Coupons coupons();

    /**
     * Returns what makes the chance by which people are kept out of all dispatches of the
     * workspace; the same for ever.
     */
    String controlSalt();

    /** Returns a number that was never given to a dispatch; durable when it returns. */
    int nextNumber();

    /**
     * What is kept of an address that must not be written to.
     *
     * @param mark the keyed hash of the address: the same address has the same one
     */
    record Entry(ChannelKind channel, String mark, String reason, String source, Instant since) {}

    /**
     * An address that must not be written to.
     *
     * @param address in the channel's normal form
     * @param reason why; not blank
     * @param source where it comes from
     */
    record Suppression(
            ChannelKind channel, String address, String reason, String source, Instant since) {

        /** Refuses an entry without a reason. */
        public Suppression {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an entry has a reason");
            }
        }

        /** Names the channel only: whom it is about stands in no log. */
        @Override
        public String toString() {
            return "Suppression[" + channel + ' ' + since + ']';
        }
    }
}
