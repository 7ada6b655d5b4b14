package io.marquetry.ui.dispatch.account;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.smpp.SmppServer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who can take the messages of an account, and what has to be said of each. */
enum AccountKind {
    MAIL(
            Optional.of(MailServer.FORMAT),
            Set.of(AccountField.HOST, AccountField.PORT, AccountField.FROM),
            List.of(
                    new Part(
                            "server",
                            AccountField.HOST,
                            AccountField.SECURITY,
                            AccountField.PORT,
                            AccountField.USER,
                            AccountField.PASSWORD),
                    new Part(
                            "sender",
                            AccountField.FROM,
                            AccountField.SENDER_NAME,
                            AccountField.REPLY_TO),
                    new Part(
                            "unsubscribe",
                            AccountField.UNSUBSCRIBE_MAIL,
                            AccountField.UNSUBSCRIBE_URL),
                    new Part(
                            "bounces",
                            AccountField.BOUNCES,
                            AccountField.BOX_HOST,
                            AccountField.BOX_SECURITY,
                            AccountField.BOX_PORT,
                            AccountField.BOX_USER),
                    new Part(
                            "dkim",
                            AccountField.DKIM_DOMAIN,
                            AccountField.DKIM_SELECTOR,
                            AccountField.DKIM_KEY))),
    SMPP(
            Optional.of(SmppServer.FORMAT),
            Set.of(
                    AccountField.HOST,
                    AccountField.PORT,
                    AccountField.USER,
                    AccountField.PASSWORD,
                    AccountField.SENDER),
            List.of(
                    new Part(
                            "server",
                            AccountField.HOST,
                            AccountField.SECURITY,
                            AccountField.PORT,
                            AccountField.USER,
                            AccountField.PASSWORD,
                            AccountField.SYSTEM_TYPE),
                    new Part(
                            "texts",
                            AccountField.SENDER,
                            AccountField.SIGNATURE,
                            AccountField.OPT_OUT),
                    new Part("centre", AccountField.RECEIPT_IDS, AccountField.WINDOW))),
    HTTP(
            Optional.empty(),
            Set.of(AccountField.DOCUMENT, AccountField.SHARED),
            List.of(
                    new Part(
                            "provider",
                            AccountField.CHANNEL,
                            AccountField.DOCUMENT,
                            AccountField.SHARED,
                            AccountField.MORE_SECRETS,
                            AccountField.KEY_LIFE))),
    WEBHOOK(
            Optional.empty(),
            Set.of(AccountField.URL, AccountField.SHARED),
            List.of(
                    new Part(
                            "provider",
                            AccountField.CHANNEL,
                            AccountField.URL,
                            AccountField.SHARED,
                            AccountField.KEY_LIFE))),
    FOLDER(
            Optional.empty(),
            Set.of(AccountField.FOLDER),
            List.of(new Part("provider", AccountField.CHANNEL, AccountField.FOLDER))),
    DEMO(Optional.empty(), Set.of(), List.of(new Part("provider", AccountField.CHANNEL)));

    /** Fields that belong together, under a heading. */
    record Part(String heading, List<AccountField> fields) {
        Part(String heading, AccountField... fields) {
            this(heading, List.of(fields));
        }
    }

    private final Optional<String> format;

    // Both were made by List.of and Set.of, which nobody changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<AccountField> needed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Part> parts;

    AccountKind(Optional<String> format, Set<AccountField> needed, List<Part> parts) {
        this.format = format;
        this.needed = needed;
        this.parts = parts;
    }

    static AccountKind of(Account account) {
        return switch (account.provider()) {
            case Account.Provider.Demonstration _ -> DEMO;
            case Account.Provider.FileDrop _ -> FOLDER;
            case Account.Provider.Webhook _ -> WEBHOOK;
            case Account.Provider.HttpApi _ -> HTTP;
            case Account.Provider.Smtp _ -> MAIL;
            case Account.Provider.Smpp _ -> SMPP;
        };
    }

    /** Returns the format of the document that its fields make; empty where they make none. */
    Optional<String> format() {
        return format;
    }

    /** Returns what is asked of it, besides its name, how fast it is, and what it costs. */
    List<Part> parts() {
        return parts;
    }

    List<AccountField> fields() {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    boolean needs(AccountField field) {
        return needed.contains(field) || field == AccountField.NAME || field == AccountField.RATE;
    }

    /** Returns the field of the secret, where it has one. */
    Optional<AccountField> secret() {
        return fields().stream()
                .filter(one -> one == AccountField.PASSWORD || one == AccountField.SHARED)
                .findFirst();
    }

    /** Returns what may be chosen for a field. */
    List<String> choices(AccountField field) {
        return switch (field) {
            case CHANNEL -> List.of("SMS", "MAIL", "PUSH");
            case SECURITY ->
                    this == SMPP ? List.of("TLS", "NONE") : List.of("STARTTLS", "TLS", "NONE");
            case BOX_SECURITY -> List.of("TLS", "STARTTLS", "NONE");
            case RECEIPT_IDS -> List.of("SAME", "DECIMAL", "HEXADECIMAL");
            default -> List.of();
        };
    }

    /** Returns the usual port for how a connection is kept from others. */
    String port(AccountField security, String how) {
        if (this == SMPP) {
            return how.equals("TLS") ? "3550" : "2775";
        }
        boolean box = security == AccountField.BOX_SECURITY;
        return switch (how) {
            case "TLS" -> box ? "993" : "465";
            case "STARTTLS" -> box ? "143" : "587";
            default -> box ? "143" : "25";
        };
    }
}
