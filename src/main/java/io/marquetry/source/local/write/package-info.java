/** Writes typed rows into a database file of H2 or DuckDB. */
package io.marquetry.source.local.write;
