/** Cells: what a text says as a number, a day or a time, whatever file it stands in. */
package io.marquetry.source.cell;
