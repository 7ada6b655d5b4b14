/**
 * Asks sources: rules become jOOQ conditions, and one pass tells who carries which of many tags.
 */
package io.marquetry.source.query;
