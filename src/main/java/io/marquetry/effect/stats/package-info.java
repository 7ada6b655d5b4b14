/**
 * Estimates, intervals, tests and corrections. Each formula names its source; nothing here knows
 * outcomes.
 */
package io.marquetry.effect.stats;
