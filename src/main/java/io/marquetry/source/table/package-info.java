/** Where the table in a file begins, how wide it is, and which of its lines are rows. */
package io.marquetry.source.table;
