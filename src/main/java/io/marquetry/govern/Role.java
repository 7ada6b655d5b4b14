package io.marquetry.govern;

/** What a person may do; each role may do what the ones before it may, the administrator apart. */
public enum Role {
    /** Looks at everything. */
    READER,
    /** Makes tags, assets and packages. */
    MARKETER,
    /** Answers for them. */
    MANAGER,
    /** Keeps people, dictionary and settings. */
    ADMINISTRATOR
}
