/** One H2 file with its seal, lock, backups and recovery. */
package io.marquetry.store.file;
