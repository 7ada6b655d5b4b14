/**
 * The command line: its root, and the one list of its nouns. Each noun is a folder that knows its
 * own commands.
 */
package io.marquetry.cli;
