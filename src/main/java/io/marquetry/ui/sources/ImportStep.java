package io.marquetry.ui.sources;

/** The steps of an import, in their order. */
enum ImportStep {
    /** Which file, and how it is written. */
    FILE,
    /** What each column means. */
    COLUMNS,
    /** What the source is called; the import runs from here. */
    NAME,
    /** What became of the rows. */
    RESULT
}
