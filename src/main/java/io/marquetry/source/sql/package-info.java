/**
 * Turns rules and audiences into jOOQ conditions that mean the same on every engine; opens no
 * database.
 */
package io.marquetry.source.sql;
