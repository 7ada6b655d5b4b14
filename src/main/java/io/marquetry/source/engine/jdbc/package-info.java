/** What all engines share: asking over JDBC, cancelling, and the contract of an engine. */
package io.marquetry.source.engine.jdbc;
