package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.series.Series;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Adds, changes, tests and removes accounts. Blocks. */
public final class Accounts {

    private final Runs runs;
    private final Reach reach;
    private final Supplier<List<Status>> dispatches;
    private final Supplier<List<Series>> series;

    Accounts(
            Runs runs,
            Reach reach,
            Supplier<List<Status>> dispatches,
            Supplier<List<Series>> series) {
        this.runs = runs;
        this.reach = reach;
        this.dispatches = dispatches;
        this.series = series;
    }

    /** Returns all, in the order of their names; the one for demonstrations among them. */
    public List<Account> all() {
        return reach.accounts();
    }

    /** Returns what finds the secrets of accounts. */
    public Secrets secrets() {
        return runs.secrets();
    }

    /**
     * Adds an account, or replaces the one with its name, once it was seen that it can be opened;
     * durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be opened
     */
    public void add(Account account) {
        runs.greet(account, secrets().read(account));
        put(account);
    }

    /**
     * Adds an account whose secret goes into the vault, or replaces the one with its name, once it
     * was seen that it can be opened; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be opened, or the vault is locked
     */
    public void add(Account account, String secret) {
        runs.greet(account, secret);
        // First the secret: an account never names one that is not there.
        put(account.with(account.provider().with(secrets().hide(secret))));
    }

    private void put(Account account) {
        Optional<SecretPlace> before = find(account.name()).map(Accounts::secret);
        reach.put(account);
        before.filter(place -> !place.equals(secret(account))).ifPresent(secrets()::forget);
    }

    private static SecretPlace secret(Account account) {
        return account.provider().secretPlace();
    }

    private Optional<Account> find(String name) {
        return reach.accounts().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Account known(String name) {
        return find(name)
                .orElseThrow(() -> Problem.of("problem.dispatch.account", name).asException());
    }

    /**
     * Holds that an account can be opened; sends nothing.
     *
     * @throws io.marquetry.base.ProblemException if it cannot, or there is none
     */
    public Account check(String name) {
        Account account = known(name);
        runs.greet(account, secrets().read(account));
        return account;
    }

    /**
     * Goes the way to whoever takes the messages, step by step; sends nothing.
     *
     * @param secret what was typed; empty: the one that the account names
     * @param told is told each step as it ends
     * @return all steps that were gone
     */
    public List<AccountTest.Step> test(
            Account account, Optional<String> secret, Consumer<AccountTest.Step> told) {
        return AccountTest.of(
                account, secret.orElseGet(() -> secrets().read(account)), runs::greet, told);
    }

    private static boolean uses(Dispatch dispatch, String account) {
        return dispatch.routes().stream().anyMatch(route -> route.account().equals(account));
    }

    /**
     * Removes an account, and its secret from the vault where that is open; durable when it
     * returns.
     *
     * @throws io.marquetry.base.ProblemException if there is none, a dispatch that is not over or a
     *     series still needs it, or it is the one for demonstrations
     */
    public void remove(String name) {
        Account account = known(name);
        if (name.equals(Account.DEMO.name())) {
            throw Problem.of("problem.dispatch.demoStays").asException();
        }
        dispatches.get().stream()
                .filter(one -> uses(one.dispatch(), name) && !one.state().isLast())
                .findFirst()
                .ifPresent(
                        one -> {
                            throw Problem.of(
                                            "problem.dispatch.accountUsed",
                                            name,
                                            one.dispatch().id().text(),
                                            one.state().word())
                                    .asException();
                        });
        series.get().stream()
                .filter(one -> uses(one.like(), name) && !one.stopped())
                .findFirst()
                .ifPresent(
                        one -> {
                            throw Problem.of("problem.dispatch.accountOfSeries", name, one.name())
                                    .asException();
                        });
        reach.forget(name);
        secrets().forget(secret(account));
    }
}
