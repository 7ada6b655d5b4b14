/** ClickHouse servers, spoken to over HTTP. */
package io.marquetry.source.engine.clickhouse;
