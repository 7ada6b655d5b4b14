/** The list of tags to drag from, with what each would make of the audience. */
package io.marquetry.ui.compose.palette;
