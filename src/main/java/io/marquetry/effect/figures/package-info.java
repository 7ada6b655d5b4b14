/** What follows from sums in memory: rates, comparisons, corrected intervals, findings. */
package io.marquetry.effect.figures;
