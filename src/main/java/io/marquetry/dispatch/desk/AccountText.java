package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.smpp.SmppServer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads what people write about an account. */
public final class AccountText {

    /** A file knows what stands in it for as long as it is there. */
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    private static final int MOST_A_SECOND = 100_000;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    private AccountText() {}

    /**
     * Reads a name.
     *
     * @throws io.marquetry.base.ProblemException if it is none, or the one for demonstrations
     */
    public static String name(String text) {
        String name = text.strip();
        if (!name.matches("[a-z][a-z0-9-]{0,31}") || name.equals(Account.DEMO.name())) {
            throw Problem.of("problem.dispatch.accountName", name).asException();
        }
        return name;
    }

    /** Reads how many messages a second are taken. */
    public static int rate(String text) {
        int rate = whole(text, MOST_A_SECOND, "problem.dispatch.rate");
        if (rate < 1) {
            throw Problem.of("problem.dispatch.rate", text).asException();
        }
        return rate;
    }

    /** Reads for how many minutes a message is known by its key; blank: not at all. */
    public static Duration keyLife(String text) {
        return text.isBlank()
                ? Duration.ZERO
                : Duration.ofMinutes(whole(text, MOST_MINUTES, "problem.dispatch.keyLife"));
    }

    private static int whole(String text, int most, String problem) {
        String digits = text.strip();
        if (digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= most) {
            return Integer.parseInt(digits);
        }
        throw Problem.of(problem, text).asException();
    }

    /** Reads the price of one message; blank: nobody said. */
    public static Optional<BigDecimal> price(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.strip().matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw Problem.of("problem.dispatch.price", text).asException();
        }
        return Optional.of(new BigDecimal(text.strip()));
    }

    /**
     * Reads a document that says how a provider is spoken to.
     *
     * @throws io.marquetry.base.ProblemException if it is none; the place is named
     */
    public static Account.Provider described(String document, SecretPlace secret) {
        if (document.contains(MailServer.FORMAT)) {
            MailServer.read(document);
            return new Account.Provider.Smtp(document, secret);
        }
        if (document.contains(SmppServer.FORMAT)) {
            SmppServer.read(document);
            return new Account.Provider.Smpp(document, secret);
        }
        HttpAdapter.read(document);
        return new Account.Provider.HttpApi(document, secret);
    }

    /** Returns for how long a provider knows a message by its key, where it says so or somebody. */
    public static Duration keyLife(Account.Provider provider, Duration said) {
        return switch (provider) {
            case Account.Provider.Demonstration _ -> Account.DEMO.keyLife();
            case Account.Provider.FileDrop _ -> FOR_EVER;
            case Account.Provider.Webhook _, Account.Provider.HttpApi _ -> said;
            case Account.Provider.Smtp _, Account.Provider.Smpp _ -> Duration.ZERO;
        };
    }

    /** Returns whether a provider can be asked what became of a message. */
    public static boolean looksUp(Account.Provider provider) {
        return switch (provider) {
            case Account.Provider.Demonstration _, Account.Provider.FileDrop _ -> true;
            case Account.Provider.HttpApi api ->
                    HttpAdapter.read(api.document()).lookUp().isPresent();
            case Account.Provider.Webhook _, Account.Provider.Smtp _, Account.Provider.Smpp _ ->
                    false;
        };
    }

    /**
     * Puts an account together.
     *
     * @param keyLife what is said of a provider that does not say it itself
     */
    public static Account account(
            String name,
            ChannelKind channel,
            Account.Provider provider,
            int perSecond,
            Duration keyLife,
            Optional<BigDecimal> price) {
        return new Account(
                name,
                channel,
                provider,
                perSecond,
                keyLife(provider, keyLife),
                looksUp(provider),
                price);
    }

    /** Returns where an account's messages go, as people read it. */
    public static String place(Account account) {
        return switch (account.provider()) {
            case Account.Provider.Demonstration _ -> "\u2013";
            case Account.Provider.FileDrop drop -> drop.folder();
            case Account.Provider.Webhook hook -> hook.url();
            case Account.Provider.HttpApi api -> HttpAdapter.read(api.document()).title();
            case Account.Provider.Smtp mail -> MailServer.read(mail.document()).host();
            case Account.Provider.Smpp centre -> SmppServer.read(centre.document()).host();
        };
    }
}
