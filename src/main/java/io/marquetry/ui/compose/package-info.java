/** The main screen: tags are dragged into a package while its exact audience is counted. */
package io.marquetry.ui.compose;
