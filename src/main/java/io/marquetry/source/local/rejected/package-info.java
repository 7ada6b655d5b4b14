/** Rows that were refused, with their line and reason. */
package io.marquetry.source.local.rejected;
