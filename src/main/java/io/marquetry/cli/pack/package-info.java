/** Commands that make, list, export and validate packages. */
package io.marquetry.cli.pack;
