package io.marquetry.govern;

/** Where a tag or an asset is in its life. */
public enum LifeState {
    /** It is being made. */
    DRAFT,
    /** It is there to be used. */
    ACTIVE,
    /** It still works where it is used, but another should be taken, or none. */
    DEPRECATED,
    /** Nobody uses it any more; its key stays taken. */
    RETIRED
}
