/** A condition that is put straight into an audience, without making a tag first. */
package io.marquetry.ui.tags.condition;
