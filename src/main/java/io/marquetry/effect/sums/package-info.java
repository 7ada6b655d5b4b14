/**
 * What is added up of outcomes: counts, money and people of each group, before anything is
 * concluded.
 */
package io.marquetry.effect.sums;
