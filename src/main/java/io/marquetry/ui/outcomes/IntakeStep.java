package io.marquetry.ui.outcomes;

/** The steps of an import of outcomes. */
enum IntakeStep {
    ORIGIN,
    /** How the columns of a file are read; left out for a table of a source. */
    COLUMNS,
    MAPPING,
    RESULT
}
