package io.marquetry.effect.advice;

/** The part of a package that is to be reworked. */
public enum Part {
    /** How it is delivered: too few are reached. */
    DELIVERY,
    /** What they read: those reached do not come. */
    CONTENT,
    /** What they get: those who come do not buy, or it costs more than it brings. */
    BENEFIT
}
