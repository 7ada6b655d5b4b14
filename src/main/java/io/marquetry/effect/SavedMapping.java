package io.marquetry.effect;

/** What columns mean and who was held out, kept to be used again. */
public record SavedMapping(OutcomeMapping mapping, Design design) {}
