package io.marquetry.ui.outcomes;

/** What a row of outcomes is. */
enum RowKind {
    /** One targeted profile. */
    PROFILES,
    /** Totals, for example of a package and a day. */
    TOTALS,
    /** One event; the rows of a profile belong together. */
    EVENTS,
    /** One contact, with its answers in another table; a mapping that was kept says in which. */
    CONTACTS
}
