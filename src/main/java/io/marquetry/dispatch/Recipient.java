package io.marquetry.dispatch;

import java.time.Instant;
import java.time.ZoneId;
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
 */
public record Recipient(
        int ordinal,
        String key,
        Optional<String> address,
        Arm arm,
        int reasons,
        Instant due,
        ZoneId zone,
        SortedMap<String, String> variables) {

    /** Copies the variables, and holds that who is excluded has a reason, and nobody else has. */
    public Recipient {
        variables = new TreeMap<>(variables);
        if ((arm == Arm.EXCLUDED) != (reasons != 0)) {
            throw new IllegalArgumentException("an exclusion has a reason");
        }
        if ((arm == Arm.SEND) != address.isPresent()) {
            throw new IllegalArgumentException("only what is sent has an address");
        }
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
