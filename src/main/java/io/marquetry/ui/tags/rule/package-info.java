/** A rule while it is edited: drafts that may be unfinished, and the controls that change them. */
package io.marquetry.ui.tags.rule;
