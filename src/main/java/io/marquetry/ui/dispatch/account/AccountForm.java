package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.handoff.deliver.Endpoint;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An account as it is written into a form; needs no stage. Use it on the FX thread. */
final class AccountForm {

    private static final String ANY_URL = "https://example.com/";
    private static final int SECRET_BYTES = 32;

    private final Optional<Account> before;
    private final Set<String> taken;
    private final ObjectProperty<AccountKind> kind = new SimpleObjectProperty<>(AccountKind.MAIL);
    private final ObjectProperty<Optional<String>> document =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> documentProblem =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<AccountField, StringProperty> values = new EnumMap<>(AccountField.class);
    private final Map<AccountField, String> proposed = new EnumMap<>(AccountField.class);

    /**
     * Begins with what is known of an account.
     *
     * @param before the account that is changed; empty: a new one
     * @param taken the names of all accounts
     */
    AccountForm(Optional<Account> before, Set<String> taken) {
        this.before = before;
        this.taken = Set.copyOf(taken);
        for (AccountField field : AccountField.values()) {
            values.put(field, new SimpleStringProperty(""));
        }
        before.ifPresentOrElse(this::take, this::begin);
        kind.subscribe((was, now) -> begin());
        value(AccountField.FROM).subscribe((was, now) -> proposeAddresses());
        for (AccountField security : List.of(AccountField.SECURITY, AccountField.BOX_SECURITY)) {
            value(security).subscribe((was, now) -> proposePort(security));
        }
    }

    private void take(Account account) {
        AccountKind now = AccountKind.of(account);
        kind.set(now);
        for (AccountField field : now.fields()) {
            now.choices(field).stream().findFirst().ifPresent(one -> value(field).set(one));
        }
        set(AccountField.NAME, account.name());
        set(AccountField.CHANNEL, account.channel().name());
        set(AccountField.RATE, String.valueOf(account.perSecond()));
        set(AccountField.KEY_LIFE, String.valueOf(account.keyLife().toMinutes()));
        set(AccountField.PRICE, account.price().map(price -> price.toPlainString()).orElse(""));
        switch (account.provider()) {
            case Account.Provider.Demonstration _ -> {}
            case Account.Provider.FileDrop drop -> set(AccountField.FOLDER, drop.folder());
            case Account.Provider.Webhook hook -> set(AccountField.URL, hook.url());
            case Account.Provider.HttpApi api -> document.set(Optional.of(api.document()));
            case Account.Provider.Smtp mail -> fill(now, mail.document());
            case Account.Provider.Smpp centre -> fill(now, centre.document());
        }
        // A usual port goes along with the encryption; another was chosen.
        for (AccountField security : List.of(AccountField.SECURITY, AccountField.BOX_SECURITY)) {
            proposed.put(port(security), now.port(security, value(security).get()));
        }
        proposePort(AccountField.BOX_SECURITY);
    }

    private void fill(AccountKind now, String written) {
        AccountDocument.read(now, written)
                .forEach(
                        (field, text) -> {
                            if (!text.isEmpty()) {
                                set(field, text);
                            }
                        });
    }

    /** Proposes what is usual of a kind. */
    private void begin() {
        if (before.isPresent()) {
            return;
        }
        AccountKind now = kind.get();
        for (AccountField field : now.fields()) {
            now.choices(field).stream().findFirst().ifPresent(one -> propose(field, one));
        }
        propose(AccountField.NAME, freeName(now));
        propose(AccountField.RATE, "100");
        propose(AccountField.WINDOW, "10");
        proposePort(AccountField.SECURITY);
        proposePort(AccountField.BOX_SECURITY);
    }

    private String freeName(AccountKind now) {
        String stem =
                switch (now) {
                    case MAIL -> "mail";
                    case SMPP -> "sms";
                    case HTTP -> "provider";
                    case WEBHOOK -> "webhook";
                    case FOLDER -> "folder";
                    case DEMO -> "rehearsal";
                };
        String name = stem;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + '-' + i;
        }
        return name;
    }

    private void proposePort(AccountField security) {
        propose(port(security), kind.get().port(security, value(security).get()));
    }

    private static AccountField port(AccountField security) {
        return security == AccountField.SECURITY ? AccountField.PORT : AccountField.BOX_PORT;
    }

    /** Addresses that belong to a sender's domain go along with it. */
    private void proposeAddresses() {
        String from = value(AccountField.FROM).get().strip();
        String domain = from.substring(from.indexOf('@') + 1);
        boolean is = isNew() && ChannelKind.MAIL.normal(from).isPresent();
        propose(AccountField.UNSUBSCRIBE_MAIL, is ? "unsubscribe+{key}@" + domain : "");
        propose(AccountField.BOUNCES, is ? "bounce+{key}@" + domain : "");
    }

    /** What somebody typed themselves stays. */
    private void propose(AccountField field, String text) {
        StringProperty value = value(field);
        if (value.get().isEmpty() || value.get().equals(proposed.get(field))) {
            value.set(text);
        }
        proposed.put(field, text);
    }

    private void set(AccountField field, String text) {
        value(field).set(text);
    }

    ObjectProperty<AccountKind> kind() {
        return kind;
    }

    StringProperty value(AccountField field) {
        return Objects.requireNonNull(values.get(field), "each field has its value");
    }

    /** Returns the document of a provider that is spoken to over HTTP. */
    ObjectProperty<Optional<String>> document() {
        return document;
    }

    /** Returns why the document that was chosen last cannot be used. */
    ObjectProperty<Optional<Problem>> documentProblem() {
        return documentProblem;
    }

    boolean isNew() {
        return before.isEmpty();
    }

    /** Returns whether a secret is known already, which stays unless another is typed. */
    boolean hasSecret() {
        return before.map(one -> !(one.provider().secretPlace() instanceof SecretPlace.None))
                .orElse(false);
    }

    /** Returns the secret that was typed; empty: none was. */
    Optional<String> secret() {
        return kind.get()
                .secret()
                .map(field -> value(field).get())
                .filter(text -> !text.isBlank())
                .map(text -> text.strip() + more());
    }

    private String more() {
        return kind.get() == AccountKind.HTTP
                ? value(AccountField.MORE_SECRETS)
                        .get()
                        .replaceAll("\\s*;\\s*", "\n")
                        .transform(text -> text.isBlank() ? "" : '\n' + text.strip())
                : "";
    }

    /** Returns whether the vault has to be opened: for what was typed, or for what lies there. */
    boolean needsVault() {
        return secret().isPresent()
                || before.map(one -> one.provider().secretPlace())
                        .filter(SecretPlace.InVault.class::isInstance)
                        .isPresent();
    }

    /**
     * Returns what is wrong, by field.
     *
     * @param labels what the form calls its fields
     */
    Map<AccountField, Problem> wrong(Function<AccountField, String> labels) {
        AccountKind now = kind.get();
        Map<AccountField, Problem> found = new EnumMap<>(AccountField.class);
        if (now.format().isPresent()) {
            found.putAll(AccountDocument.wrong(now, texts(), labels));
        }
        read(found, AccountField.NAME, AccountText::name);
        if (isNew() && taken.contains(value(AccountField.NAME).get().strip())) {
            found.put(AccountField.NAME, Problem.of("problem.dispatch.accountTaken"));
        }
        read(found, AccountField.RATE, AccountText::rate);
        read(found, AccountField.PRICE, AccountText::price);
        read(found, AccountField.KEY_LIFE, AccountText::keyLife);
        documentProblem.get().ifPresent(why -> found.put(AccountField.DOCUMENT, why));
        if (now == AccountKind.WEBHOOK) {
            read(found, AccountField.URL, text -> Endpoint.parse(text.strip(), anySecret()));
            if (secret().isPresent()) {
                read(found, AccountField.SHARED, text -> Endpoint.parse(ANY_URL, text));
            }
        }
        for (AccountField field : AccountField.values()) {
            if (now.needs(field) && isMissing(field)) {
                found.put(field, Problem.of("problem.dispatch.fieldMissing"));
            }
        }
        return found;
    }

    private boolean isMissing(AccountField field) {
        return switch (field) {
            case DOCUMENT -> document.get().isEmpty() && documentProblem.get().isEmpty();
            case PASSWORD, SHARED -> value(field).get().isBlank() && !hasSecret();
            default -> value(field).get().isBlank();
        };
    }

    private static String anySecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[SECRET_BYTES]);
    }

    private void read(
            Map<AccountField, Problem> found, AccountField field, Consumer<String> reader) {
        boolean asked =
                kind.get().fields().contains(field)
                        || field == AccountField.NAME
                        || field == AccountField.RATE
                        || field == AccountField.PRICE;
        if (asked) {
            try {
                reader.accept(value(field).get());
            } catch (ProblemException e) {
                found.put(field, e.problem());
            }
        }
    }

    private Map<AccountField, String> texts() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get()));
    }

    /** Returns who takes the messages, as far as it is written; empty where too little is. */
    Optional<Account.Provider> provider() {
        SecretPlace secret =
                before.map(one -> one.provider().secretPlace())
                        .orElseGet(() -> new SecretPlace.None());
        return switch (kind.get()) {
            case DEMO -> Optional.of(new Account.Provider.Demonstration());
            case FOLDER -> Optional.of(new Account.Provider.FileDrop(text(AccountField.FOLDER)));
            case WEBHOOK ->
                    Optional.of(new Account.Provider.Webhook(text(AccountField.URL), secret));
            case HTTP -> document.get().map(text -> new Account.Provider.HttpApi(text, secret));
            case MAIL ->
                    Optional.of(
                            new Account.Provider.Smtp(
                                    AccountDocument.write(AccountKind.MAIL, texts()), secret));
            case SMPP ->
                    Optional.of(
                            new Account.Provider.Smpp(
                                    AccountDocument.write(AccountKind.SMPP, texts()), secret));
        };
    }

    private String text(AccountField field) {
        return value(field).get().strip();
    }

    /**
     * Returns the account; nothing may be wrong.
     *
     * @throws io.marquetry.base.ProblemException if something is
     */
    Account account() {
        ChannelKind channel =
                switch (kind.get()) {
                    case MAIL -> ChannelKind.MAIL;
                    case SMPP -> ChannelKind.SMS;
                    case HTTP, WEBHOOK, FOLDER, DEMO ->
                            ChannelKind.valueOf(text(AccountField.CHANNEL));
                };
        return AccountText.account(
                AccountText.name(text(AccountField.NAME)),
                channel,
                provider().orElseThrow(),
                AccountText.rate(text(AccountField.RATE)),
                AccountText.keyLife(text(AccountField.KEY_LIFE)),
                AccountText.price(text(AccountField.PRICE)));
    }

    /** Forgets what was typed that nobody else may read. */
    void clearSecrets() {
        for (AccountField field : AccountField.values()) {
            if (field.control() == AccountField.Control.SECRET) {
                set(field, "");
            }
        }
    }
}
