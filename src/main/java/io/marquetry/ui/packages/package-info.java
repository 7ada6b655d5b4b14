/** The list of packages, and the making of new ones. */
package io.marquetry.ui.packages;
