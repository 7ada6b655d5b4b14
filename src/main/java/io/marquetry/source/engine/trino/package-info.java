/** Trino, which answers for tables that lie in many places, with as many machines as it has. */
package io.marquetry.source.engine.trino;
