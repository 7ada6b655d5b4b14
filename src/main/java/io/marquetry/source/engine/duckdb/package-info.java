/** Sources in DuckDB files, and files of others behind DuckDB's views. */
package io.marquetry.source.engine.duckdb;
