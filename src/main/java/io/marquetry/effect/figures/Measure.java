package io.marquetry.effect.figures;

/** What is compared between two arms. */
public enum Measure {
    /** The part of the targeted that was reached. */
    REACH,
    /** The part of the targeted that opened, clicked or came. */
    HIT,
    /** The part of the targeted that did what was wanted. */
    CONVERSION,
    /** Revenue per targeted head. */
    REVENUE,
    /** Margin times revenue less all cost, per targeted head. */
    PROFIT,
    /** Profit above the control's, per unit of cost. */
    RETURN
}
