/** Files that describe their own columns: Parquet, JSON Lines and DuckDB databases. */
package io.marquetry.source.file;
