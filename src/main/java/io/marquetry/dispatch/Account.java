package io.marquetry.dispatch;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Where messages are handed over, and what is guaranteed there.
 *
 * @param name lower-case letters, digits and hyphens, at most 32
 * @param perSecond the most messages that it takes in a second, 1 to 100,000
 * @param keyLife how long it knows a message that it took by its key, so that the same call again
 *     does nothing; zero: not at all
 * @param looksUp whether it can be asked what became of a key
 * @param price of one message, in the currency of the revenue; empty: nobody said
 */
public record Account(
        String name,
        ChannelKind channel,
        Provider provider,
        int perSecond,
        Duration keyLife,
        boolean looksUp,
        Optional<BigDecimal> price) {

    /** Refuses a name or a rate that is none. */
    public Account {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not the name of an account: " + name);
        }
        if (perSecond < 1 || perSecond > 100_000) {
            throw new IllegalArgumentException("not a rate: " + perSecond);
        }
    }

    /** Returns the same with another who takes the messages. */
    public Account with(Provider other) {
        return new Account(name, channel, other, perSecond, keyLife, looksUp, price);
    }

    /** Who takes the messages. */
    public sealed interface Provider {

        /** Returns what counts as success where nobody says it. */
        default Optional<Conversion> invents() {
            return switch (this) {
                case Demonstration _ -> Optional.of(new Conversion.Invented());
                case FileDrop _, Webhook _, HttpApi _, Smtp _, Smpp _ -> Optional.empty();
            };
        }

        /** Returns where the secret is found. */
        default SecretPlace secretPlace() {
            return switch (this) {
                case Demonstration _, FileDrop _ -> new SecretPlace.None();
                case Webhook hook -> hook.secret();
                case HttpApi api -> api.secret();
                case Smtp mail -> mail.secret();
                case Smpp centre -> centre.secret();
            };
        }

        /** Returns the same whose secret is found elsewhere; where none is needed, as it is. */
        default Provider with(SecretPlace secret) {
            return switch (this) {
                case Demonstration _, FileDrop _ -> this;
                case Webhook hook -> new Webhook(hook.url(), secret);
                case HttpApi api -> new HttpApi(api.document(), secret);
                case Smtp mail -> new Smtp(mail.document(), secret);
                case Smpp centre -> new Smpp(centre.document(), secret);
            };
        }

        /** The one inside the program, which keeps a list and sends nothing anywhere. */
        record Demonstration() implements Provider {}

        /**
         * A folder from which somebody else takes files: a CSV file for each run.
         *
         * @param folder its path
         */
        record FileDrop(String folder) implements Provider {}

        /**
         * An endpoint that takes each message as JSON, signed after Standard Webhooks.
         *
         * @param url https, or http of this machine
         * @param secret where the secret is found
         */
        record Webhook(String url, SecretPlace secret) implements Provider {}

        /**
         * A provider that is spoken to over HTTP as a document says.
         *
         * @param document the document
         * @param secret where what the provider gave is found
         */
        record HttpApi(String document, SecretPlace secret) implements Provider {}

        /**
         * A mail server.
         *
         * @param document how it is spoken to
         * @param secret where the password is found
         */
        record Smtp(String document, SecretPlace secret) implements Provider {}

        /**
         * A centre for short messages.
         *
         * @param document how it is spoken to
         * @param secret where the password is found
         */
        record Smpp(String document, SecretPlace secret) implements Provider {}
    }

    /** The account that every workspace has, so that a newcomer sees a whole dispatch. */
    public static final Account DEMO =
            new Account(
                    "demo",
                    ChannelKind.PUSH,
                    new Provider.Demonstration(),
                    5_000,
                    Duration.ofHours(24),
                    true,
                    Optional.of(new BigDecimal("0.05")));
}
