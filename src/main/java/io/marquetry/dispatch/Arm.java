package io.marquetry.dispatch;

/** What chance, or a reason, made of a person of the audience. */
public enum Arm {
    /** Gets the message. */
    SEND,
    /** Would get it, but chance kept them out, so that the effect can be measured. */
    HOLDOUT,
    /** Kept out of all dispatches of the workspace for a while. */
    CONTROL,
    /** Cannot or must not get it; there is a {@link Reason}. */
    EXCLUDED
}
