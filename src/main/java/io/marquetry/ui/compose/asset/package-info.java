/** What the tags of a package stand for: texts and their length, values and validity, rules. */
package io.marquetry.ui.compose.asset;
