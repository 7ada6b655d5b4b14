/** Commands that list backups of a workspace and restore one. */
package io.marquetry.cli.workspace;
