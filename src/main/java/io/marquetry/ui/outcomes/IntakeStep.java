package io.marquetry.ui.outcomes;

/** The steps of an import of outcomes, in their order. */
enum IntakeStep {
    /** Which file, or which table of a source. */
    ORIGIN,
    /** What the columns tell; the import runs from here. */
    MAPPING,
    /** What became of the rows. */
    RESULT
}
