package io.marquetry.effect;

import io.marquetry.source.plan.ColumnReadings;

/**
 * What columns mean and who was held out, kept to be used again.
 *
 * @param readings how columns are read, where people corrected what was found
 */
public record SavedMapping(OutcomeMapping mapping, Design design, ColumnReadings readings) {}
