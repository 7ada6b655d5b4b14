package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Reach;

/** Adds accounts, once it was seen that they can be opened. Blocks. */
public final class Accounts {

    private final Runs runs;
    private final Reach reach;

    Accounts(Runs runs, Reach reach) {
        this.runs = runs;
        this.reach = reach;
    }

    /**
     * Adds an account, or replaces the one with its name; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be opened
     */
    public void add(Account account) {
        runs.check(account);
        reach.put(account);
    }

    /**
     * Holds that an account can be opened; sends nothing.
     *
     * @throws io.marquetry.base.ProblemException if it cannot, or there is none
     */
    public Account check(String name) {
        Account account =
                reach.accounts().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.of("problem.dispatch.account", name).asException());
        runs.check(account);
        return account;
    }
}
