/** Commands about the vault of this machine's user. */
package io.marquetry.cli.vault;
