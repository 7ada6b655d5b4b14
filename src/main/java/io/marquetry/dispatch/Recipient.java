package io.marquetry.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One person of the audience, as frozen.
 *
 * @param ordinal from 0, in the order of the source
 * @param key the key of the profile
 * @param address where the message goes, in the channel's normal form; empty for all who get none
 * @param reasons all reasons, as a mask; 0: none
 * @param due the first moment at which it may be sent; for all arms alike, so that what follows is
 *     counted from the same moment
 * @param zone where they are: whether an hour is quiet is asked again when they are to be sent to
 * @param variables what fills the text
 * @param route which account of the dispatch they take, from 0; 0 for whoever no account can reach
 * @param passed all reasons on other accounts, as masks: of those before the one that they take; of
 *     whoever no account can reach, of those after the first
 */
public record Recipient(
        int ordinal,
        String key,
        Optional<String> address,
        Arm arm,
        int reasons,
        Instant due,
        ZoneId zone,
        SortedMap<String, String> variables,
        int route,
        List<Integer> passed) {

    /** Copies the collections, and holds that who is excluded has a reason, and nobody else has. */
    public Recipient {
        variables = new TreeMap<>(variables);
        passed = List.copyOf(passed);
        if ((arm == Arm.EXCLUDED) != (reasons != 0)) {
            throw new IllegalArgumentException("an exclusion has a reason");
        }
        if ((arm == Arm.SEND) != address.isPresent()) {
            throw new IllegalArgumentException("only what is sent has an address");
        }
    }

    /** Makes somebody of a dispatch with a single account. */
    public Recipient(
            int ordinal,
            String key,
            Optional<String> address,
            Arm arm,
            int reasons,
            Instant due,
            ZoneId zone,
            SortedMap<String, String> variables) {
        this(ordinal, key, address, arm, reasons, due, zone, variables, 0, List.of());
    }

    /** Returns the same whose text is filled by something else. */
    public Recipient with(SortedMap<String, String> filling) {
        return new Recipient(
                ordinal, key, address, arm, reasons, due, zone, filling, route, passed);
    }

    /** Returns what fills the text. */
    public Map<String, String> filling() {
        return variables;
    }

    /** Names the ordinal only: who it is stands in no log. */
    @Override
    public String toString() {
        return "Recipient[" + ordinal + ' ' + arm + ']';
    }
}
