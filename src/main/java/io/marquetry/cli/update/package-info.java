/** {@code update}: whether there is a newer version of the program. */
package io.marquetry.cli.update;
