/**
 * Who cares for tags and where they are used: the board, the details, merging and other remedies.
 */
package io.marquetry.ui.tags.centre;
