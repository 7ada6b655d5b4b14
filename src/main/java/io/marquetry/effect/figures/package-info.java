/**
 * The figures of outcomes: sums added up by queries where the outcomes lie, and everything that
 * follows from these sums in memory.
 */
package io.marquetry.effect.figures;
