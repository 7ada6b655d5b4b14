/** How everything stands, on the command line. */
package io.marquetry.cli.overview;
