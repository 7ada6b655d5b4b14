/**
 * The numbers beside the package: its size, its steps, overlaps, changes, and why one person is in
 * it.
 */
package io.marquetry.ui.compose.numbers;
