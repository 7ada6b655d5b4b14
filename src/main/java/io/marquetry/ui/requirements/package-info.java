/** The screen on which a requirement in words becomes tags, drafts of tags, and a package. */
@org.jspecify.annotations.NullMarked
package io.marquetry.ui.requirements;
