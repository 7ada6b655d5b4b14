package io.marquetry.dispatch;

import java.time.Duration;

/**
 * Where messages are handed over, and what is guaranteed there.
 *
 * @param name lower-case letters, digits and hyphens, at most 32
 * @param perSecond the most messages that it takes in a second, 1 to 100,000
 * @param keyLife how long it knows a message that it took by its key, so that the same call again
 *     does nothing; zero: not at all
 * @param looksUp whether it can be asked what became of a key
 */
public record Account(
        String name,
        ChannelKind channel,
        Provider provider,
        int perSecond,
        Duration keyLife,
        boolean looksUp) {

    /** Refuses a name or a rate that is none. */
    public Account {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not the name of an account: " + name);
        }
        if (perSecond < 1 || perSecond > 100_000) {
            throw new IllegalArgumentException("not a rate: " + perSecond);
        }
    }

    /** Who takes the messages. */
    public sealed interface Provider {

        /** The one inside the program, which keeps a list and sends nothing anywhere. */
        record Demonstration() implements Provider {}
    }

    /** The account that every workspace has, so that a newcomer sees a whole dispatch. */
    public static final Account DEMO =
            new Account(
                    "demo",
                    ChannelKind.PUSH,
                    new Provider.Demonstration(),
                    5_000,
                    Duration.ofHours(24),
                    true);
}
