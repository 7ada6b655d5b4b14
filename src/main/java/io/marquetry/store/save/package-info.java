/** Saves: one transaction each, sealed row by row and told in the audit. */
package io.marquetry.store.save;
