/** Shows the user guide inside the program. */
package io.marquetry.ui.guide;
