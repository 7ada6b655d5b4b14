package io.marquetry.effect.watch;

import java.time.LocalDate;

/** Whether a rate stays what it was. */
public sealed interface Shift {

    /**
     * Too few spans to tell.
     *
     * @param spans how many there are
     */
    record TooShort(int spans) implements Shift {}

    /** Nothing that chance would not make. */
    record Steady(double rate, double pValue) implements Shift {}

    /**
     * The rate shifted.
     *
     * @param decay whether it fell
     * @param since the first span that is different
     * @param before the rate until then
     * @param after the rate from then on
     * @param pValue how often chance alone shows as much
     */
    record Found(boolean decay, LocalDate since, double before, double after, double pValue)
            implements Shift {}
}
