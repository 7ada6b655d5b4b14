/** Conditions that stand in an audience without being tags: made, changed, kept as tags. */
package io.marquetry.ui.compose.condition;
