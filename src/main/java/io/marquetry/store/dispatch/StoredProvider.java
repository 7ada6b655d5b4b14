package io.marquetry.store.dispatch;

import io.marquetry.dispatch.Account;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Objects;

/**
 * Who takes messages, as an account's row holds it; what was written once is read for ever.
 *
 * @param kind the word for its kind
 * @param place where it is, or the document that says how it is spoken to
 * @param secret the file with its secret
 */
record StoredProvider(String kind, @Nullable String place, @Nullable String secret) {

    static StoredProvider of(Account.Provider provider) {
        return switch (provider) {
            case Account.Provider.Demonstration _ ->
                    new StoredProvider("DEMONSTRATION", null, null);
            case Account.Provider.FileDrop drop ->
                    new StoredProvider("FILE_DROP", drop.folder(), null);
            case Account.Provider.Webhook hook ->
                    new StoredProvider("WEBHOOK", hook.url(), hook.secretFile());
            case Account.Provider.HttpApi api ->
                    new StoredProvider("HTTP_API", api.document(), api.secretFile());
            case Account.Provider.Smtp mail ->
                    new StoredProvider("SMTP", mail.document(), mail.secretFile());
            case Account.Provider.Smpp centre ->
                    new StoredProvider("SMPP", centre.document(), centre.secretFile());
        };
    }

    Account.Provider provider() throws SQLException {
        return switch (kind) {
            case "DEMONSTRATION" -> new Account.Provider.Demonstration();
            case "FILE_DROP" -> new Account.Provider.FileDrop(text(place));
            case "WEBHOOK" -> new Account.Provider.Webhook(text(place), text(secret));
            case "HTTP_API" -> new Account.Provider.HttpApi(text(place), text(secret));
            case "SMTP" -> new Account.Provider.Smtp(text(place), text(secret));
            case "SMPP" -> new Account.Provider.Smpp(text(place), text(secret));
            default -> throw new SQLException("no provider: " + kind);
        };
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column, "the row of an account is whole");
    }
}
