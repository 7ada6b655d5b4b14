package io.marquetry.effect.sums;

import java.util.Optional;

/**
 * What a group of targeted profiles adds up to.
 *
 * @param known of how many each step is known
 * @param crowd the people behind the rows, where somebody is in several; empty: each row is
 *     somebody else
 */
public record OutcomeSums(
        Counts counts, Known known, MoneySums money, BeforeSums before, Optional<Crowd> crowd) {

    /** Nobody at all. */
    public static final OutcomeSums NONE =
            new OutcomeSums(
                    Counts.NONE, Known.NONE, MoneySums.NONE, BeforeSums.NONE, Optional.empty());

    /** Makes sums where everything is known of all, and nothing from before the send. */
    public OutcomeSums(Counts counts, MoneySums money) {
        this(counts, Known.all(counts.targeted()), money, BeforeSums.NONE, Optional.empty());
    }

    /** Returns both together. */
    public OutcomeSums plus(OutcomeSums other) {
        return new OutcomeSums(
                counts.plus(other.counts),
                known.plus(other.known),
                money.plus(other.money),
                before.plus(other.before),
                Crowd.of(this, other));
    }

    /** Returns how many different people were targeted, as far as that is known. */
    public long people() {
        return crowd.map(Crowd::people).orElse(counts.targeted());
    }

    /** Returns these sums where the outcomes do not tell to whom something was sent. */
    public OutcomeSums withSent(boolean toAll) {
        return new OutcomeSums(
                counts.withSent(toAll ? counts.targeted() : 0),
                known,
                money.withSent(toAll),
                before.withSent(toAll),
                crowd);
    }

    /** Returns these sums with the people behind them. */
    public OutcomeSums behind(Crowd people) {
        return new OutcomeSums(counts, known, money, before, Optional.of(people));
    }
}
