/** The tags screen and the tag editor. */
package io.marquetry.ui.tags;
