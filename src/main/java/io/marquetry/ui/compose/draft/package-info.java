/** The package in work: its edits, their saving, and its export. */
package io.marquetry.ui.compose.draft;
