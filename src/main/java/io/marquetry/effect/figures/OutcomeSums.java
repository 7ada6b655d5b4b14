package io.marquetry.effect.figures;

/**
 * What a group of targeted profiles adds up to.
 *
 * @param known of how many each step is known
 */
public record OutcomeSums(Counts counts, Known known, MoneySums money, BeforeSums before) {

    /** Nobody at all. */
    public static final OutcomeSums NONE =
            new OutcomeSums(Counts.NONE, Known.NONE, MoneySums.NONE, BeforeSums.NONE);

    /** Makes sums where everything is known of all, and nothing from before the send. */
    public OutcomeSums(Counts counts, MoneySums money) {
        this(counts, Known.all(counts.targeted()), money, BeforeSums.NONE);
    }

    /** Returns both together. */
    public OutcomeSums plus(OutcomeSums other) {
        return new OutcomeSums(
                counts.plus(other.counts),
                known.plus(other.known),
                money.plus(other.money),
                before.plus(other.before));
    }

    /** Returns these sums where the outcomes do not tell to whom something was sent. */
    OutcomeSums withSent(boolean toAll) {
        return new OutcomeSums(
                counts.withSent(toAll ? counts.targeted() : 0),
                known,
                money.withSent(toAll),
                before.withSent(toAll));
    }
}
