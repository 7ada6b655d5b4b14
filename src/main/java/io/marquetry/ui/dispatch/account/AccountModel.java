package io.marquetry.ui.dispatch.account;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.desk.AccountTest;
import io.marquetry.dispatch.desk.Accounts;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Writing, testing and keeping one account; needs no stage. Use it on the FX thread. */
final class AccountModel {

    private final Accounts accounts;
    private final Executor onScreen;
    private final AccountForm form;
    private final LongWork<Integer> work;
    private final LatestOnly reading;
    private final ObservableList<AccountTest.Step> steps = FXCollections.observableArrayList();
    private final BooleanProperty locked = new SimpleBooleanProperty();

    /**
     * Begins.
     *
     * @param onScreen brings progress onto the FX thread
     */
    AccountModel(
            Accounts accounts,
            Optional<Account> before,
            Set<String> taken,
            boolean locked,
            Background background,
            Executor onScreen) {
        this.accounts = accounts;
        this.onScreen = onScreen;
        this.form = new AccountForm(before, taken);
        this.work = new LongWork<>(background, onScreen);
        this.reading = new LatestOnly(background);
        this.locked.set(locked);
    }

    AccountForm form() {
        return form;
    }

    LongWork<Integer> work() {
        return work;
    }

    /** Returns the steps of the test, as they end. */
    ObservableList<AccountTest.Step> steps() {
        return steps;
    }

    /** Returns whether the vault asks for its passphrase. */
    BooleanProperty locked() {
        return locked;
    }

    /** Returns whether the passphrase is missing. */
    boolean asksForPassphrase() {
        return locked.get() && form.needsVault();
    }

    /** Reads the document that describes a provider. */
    void readDocument(String file) {
        reading.ask(
                signal -> {
                    String document = CanonicalJson.write(StrictJson.read(path(file)));
                    HttpAdapter.read(document);
                    return document;
                },
                document -> {
                    form.documentProblem().set(Optional.empty());
                    form.document().set(Optional.of(document));
                },
                why -> form.documentProblem().set(Optional.of(why)));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Problem.of("problem.file.unreadable", text, "?").asException(e);
        }
    }

    /** Goes the way to the provider; nothing of the form may be wrong. */
    void test() {
        Account account = form.account();
        Optional<String> secret = form.secret();
        Runnable unlock = unlocking();
        steps.clear();
        work.run(
                (progress, signal) -> {
                    unlock.run();
                    return accounts.test(
                            account, secret, one -> onScreen.execute(() -> told(one, signal)));
                },
                all -> locked.set(locked.get() && !form.needsVault()));
    }

    private void told(AccountTest.Step one, CancelSignal signal) {
        if (!signal.isCancelled()) {
            steps.add(one);
        }
    }

    private Runnable unlocking() {
        String passphrase = form.value(AccountField.PASSPHRASE).get();
        return () -> {
            if (!passphrase.isEmpty()) {
                accounts.secrets().unlock(passphrase.toCharArray());
            }
        };
    }

    /** Keeps the account; nothing of the form may be wrong. */
    void save(Runnable done) {
        Account account = form.account();
        Optional<String> secret = form.secret();
        Runnable unlock = unlocking();
        work.run(
                (progress, signal) -> {
                    unlock.run();
                    secret.ifPresentOrElse(
                            typed -> accounts.add(account, typed), () -> accounts.add(account));
                    return account.name();
                },
                name -> {
                    form.clearSecrets();
                    done.run();
                });
    }

    /** Stops what runs, and forgets what nobody else may read. */
    void close() {
        work.stop();
        reading.cancel();
        form.clearSecrets();
    }
}
