package io.marquetry.ui.sources.remote;

/** The steps of connecting a database, in their order. */
enum ConnectStep {
    WHERE,
    CHECK,
    MAPPING,
    COLUMNS
}
