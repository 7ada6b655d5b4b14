/** Separated values: how a file is written, and its rows. */
package io.marquetry.source.csv;
