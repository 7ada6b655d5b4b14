package io.marquetry.store.dispatch;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.SecretPlace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Who takes messages, as an account's row holds it; what was written once is read for ever.
 *
 * @param kind the word for its kind
 * @param place where it is, or the document that says how it is spoken to
 * @param secret where its secret is found: the path of a file, {@code vault:} and a mark, or empty
 */
record StoredProvider(String kind, @Nullable String place, @Nullable String secret) {

    private static final String VAULT = "vault:";

    static StoredProvider of(Account.Provider provider) {
        return switch (provider) {
            case Account.Provider.Demonstration _ ->
                    new StoredProvider("DEMONSTRATION", null, null);
            case Account.Provider.FileDrop drop ->
                    new StoredProvider("FILE_DROP", drop.folder(), null);
            case Account.Provider.Webhook hook ->
                    new StoredProvider("WEBHOOK", hook.url(), text(hook.secret()));
            case Account.Provider.HttpApi api ->
                    new StoredProvider("HTTP_API", api.document(), text(api.secret()));
            case Account.Provider.Smtp mail ->
                    new StoredProvider("SMTP", mail.document(), text(mail.secret()));
            case Account.Provider.Smpp centre ->
                    new StoredProvider("SMPP", centre.document(), text(centre.secret()));
        };
    }

    Account.Provider provider() throws SQLException {
        return switch (kind) {
            case "DEMONSTRATION" -> new Account.Provider.Demonstration();
            case "FILE_DROP" -> new Account.Provider.FileDrop(text(place));
            case "WEBHOOK" -> new Account.Provider.Webhook(text(place), place(text(secret)));
            case "HTTP_API" -> new Account.Provider.HttpApi(text(place), place(text(secret)));
            case "SMTP" -> new Account.Provider.Smtp(text(place), place(text(secret)));
            case "SMPP" -> new Account.Provider.Smpp(text(place), place(text(secret)));
            default -> throw new SQLException("no provider: " + kind);
        };
    }

    private static String text(SecretPlace place) {
        return switch (place) {
            case SecretPlace.None _ -> "";
            case SecretPlace.InFile in -> in.file().toString();
            case SecretPlace.InVault in -> VAULT + in.mark();
        };
    }

    private static SecretPlace place(String text) throws SQLException {
        if (text.isEmpty()) {
            return new SecretPlace.None();
        }
        if (!text.startsWith(VAULT)) {
            return new SecretPlace.InFile(Path.of(text));
        }
        try {
            return new SecretPlace.InVault(text.substring(VAULT.length()));
        } catch (IllegalArgumentException e) {
            throw new SQLException("no place of a secret", e);
        }
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column, "the row of an account is whole");
    }
}
