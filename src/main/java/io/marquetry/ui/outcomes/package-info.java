/** The import of outcomes: from a file, or read in place from a source. */
package io.marquetry.ui.outcomes;
