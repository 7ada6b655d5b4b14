/** Sources on PostgreSQL servers, asked where they lie. */
package io.marquetry.source.engine.postgres;
