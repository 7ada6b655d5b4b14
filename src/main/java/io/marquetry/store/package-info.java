/**
 * The workspace on disk. {@code rows} knows the tables and no dialect; {@code file} is one H2 file
 * with its seals, backups and recovery.
 */
package io.marquetry.store;
