/**
 * Answers many rules in one pass over a table: reads each cell once, as a small code, and works out
 * the rules on 64 profiles at a time.
 */
package io.marquetry.source.columns;
