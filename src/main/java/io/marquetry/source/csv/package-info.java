/**
 * Separated values: how a file is written, which types its columns hold, and its rows with the
 * reasons of those that are refused.
 */
package io.marquetry.source.csv;
