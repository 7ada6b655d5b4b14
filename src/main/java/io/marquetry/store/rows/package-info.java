/** Rows with their seals and ledger, read and saved through a port; no dialect is known here. */
package io.marquetry.store.rows;
