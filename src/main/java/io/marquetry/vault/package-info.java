/** Secrets of this machine's user, in one file that a passphrase opens. */
package io.marquetry.vault;
