/**
 * Asks for the sums where the outcomes lie: each divides the work of one query for the database.
 */
package io.marquetry.effect.query;
