/**
 * What happened to the people who were addressed: sets of outcomes, how their columns are mapped,
 * and which arm chance held out.
 */
package io.marquetry.effect;
