/** The workspace on disk: one H2 file with its rows, seals, ledger, backups and recovery. */
package io.marquetry.store;
