/** The tags screen, the tag editor and its rule editor. */
package io.marquetry.ui.tags;
