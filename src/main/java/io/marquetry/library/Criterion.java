package io.marquetry.library;

/** What admission asks for, in the order in which it is told. */
public enum Criterion {
    /** It is known what the version achieved, and somebody said so. */
    EVALUATED,
    /** Chance held people out in enough runs. */
    RUNS,
    /** Enough people got it, and enough were held out. */
    PEOPLE,
    /** The effect, drawn towards that of others, is very likely worth having. */
    EFFECT,
    /** No run speaks against it. */
    AGAINST,
    /** Where costs are known it earns more than it costs. */
    GAIN,
    /** It proved itself once more after it was put forward: the best of many may be luck. */
    AGAIN,
    /** Somebody answers for it. */
    OWNER
}
