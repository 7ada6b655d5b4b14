package io.marquetry.dispatch.series;

/** What makes the dispatches of a series. */
public sealed interface When permits Recurrence, Trigger {}
