/** The dispatches of a workspace, for the window and the command line. */
package io.marquetry.dispatch.desk;
