package io.marquetry.effect.chart;

/** What numbers in a chart are. */
public enum Quantity {
    /** How many, whole. */
    COUNT,
    /** 0 to 1, shown as per cent. */
    SHARE,
    /** How far two shares are apart, -1 to 1, shown as percentage points. */
    POINTS,
    /** Money, in the currency of the outcomes. */
    MONEY,
    /** How far two amounts of money are apart. */
    MONEY_DIFFERENCE,
    /** So many times. */
    FACTOR;

    /** Returns whether a plus is shown. */
    boolean signed() {
        return this == POINTS || this == MONEY_DIFFERENCE;
    }

    /** Returns by what a value is multiplied to be shown. */
    public double unit() {
        return this == SHARE || this == POINTS ? 100 : 1;
    }
}
