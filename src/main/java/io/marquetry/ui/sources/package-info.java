/** The sources screen and the import of customers. */
package io.marquetry.ui.sources;
